package conveyarr.health.core.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** From where a browser says that a call comes. What is not said is null. */
public record Origin(String fetchSite, String origin, Set<String> ownHosts) {

    /**
     * Why a change is refused; empty when our own page asked for it. Browsers say so in one of two headers: {@code Sec-Fetch-Site} on HTTPS and
     * on this machine, {@code Origin} everywhere.
     */
    public Optional<String> refusal() {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin")
                    ? Optional.empty()
                    : Optional.of("the browser says that another site sent it");
        }
        if (origin == null) {
            return Optional.of("it does not say which site it comes from");
        }
        return host(origin).filter(ownHosts::contains).isPresent()
                ? Optional.empty()
                : Optional.of("it comes from another site");
    }

    /** Host and port, as in a {@code Host} header. */
    static Optional<String> host(String origin) {
        try {
            URI uri = URI.create(origin);
            boolean usual = uri.getPort() < 0;
            return Optional.ofNullable(uri.getHost())
                    .map(host -> (usual ? host : host + ":" + uri.getPort()).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
