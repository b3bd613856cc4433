package conveyarr.health.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What may be shown of an address that may hold a password or a key. */
public final class Addresses {
    private Addresses() {}

    /** Scheme, host, port and path, nothing else. */
    static String shown(String address) {
        return read(address).map(Addresses::shown).orElse("?");
    }

    /** What a browser may open, without what may be a secret; empty for all that is no web address. */
    static Optional<String> page(String address) {
        return read(address)
                .filter(uri -> uri.getScheme().matches("(?i)https?"))
                .map(Addresses::shown)
                .map(shown -> shown.replaceFirst("/+$", ""));
    }

    /** The host alone; empty when there is none. */
    public static Optional<String> host(String address) {
        return read(address).map(URI::getHost);
    }

    private static String shown(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    }

    private static Optional<URI> read(String address) {
        try {
            return Optional.of(new URI(address)).filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
