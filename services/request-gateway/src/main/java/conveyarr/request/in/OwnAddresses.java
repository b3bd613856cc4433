package conveyarr.request.in;

import conveyarr.flow.http.OwnAddress;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Where another program may reach our door, the likeliest first: what the owner says, the address that the owner's own call came to, our host name
 * (that of the container, in one), our addresses in the local network, and at last this machine itself, which is right when both run on it.
 */
@Singleton
class OwnAddresses {
    private static final Logger LOGGER = Logger.getLogger(OwnAddresses.class);
    private static final int MOST = 8;

    private final List<String> told;

    OwnAddresses(OwnAddress own) {
        this.told = own.told();
    }

    /** {@code calledAt} is the base of the address at which this call came in. */
    List<URI> candidates(String instance, URI calledAt) {
        boolean far = !isThisMachine(calledAt.getHost());
        return candidates(
                instance, far ? Optional.of(base(calledAt.getScheme(), calledAt.getAuthority())) : Optional.empty());
    }

    /** Those that we know of without being called. */
    List<URI> own(String instance) {
        return candidates(instance, Optional.empty());
    }

    private List<URI> candidates(String instance, Optional<String> called) {
        Set<String> bases = new LinkedHashSet<>();
        bases.addAll(told);
        called.ifPresent(bases::add);
        String host = System.getenv().getOrDefault("HOSTNAME", "");
        if (host.matches("[A-Za-z0-9.-]+") && !isThisMachine(host)) {
            bases.add(base("http", host + ":" + port()));
        }
        lan().forEach(address -> bases.add(base("http", address + ":" + port())));
        bases.add(base("http", "127.0.0.1:" + port()));
        return bases.stream()
                .limit(MOST)
                .map(base -> URI.create(base + "/hooks/" + instance))
                .toList();
    }

    private static String base(String scheme, String authority) {
        return scheme + "://" + authority;
    }

    private static boolean isThisMachine(String host) {
        return host == null || host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** The port that is really listened at: Quarkus writes it here when it was told any. */
    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }

    private static List<String> lan() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .sorted()
                    .toList();
        } catch (SocketException e) {
            LOGGER.warnf("addresses.unknown cause=%s", e);
            return List.of();
        }
    }
}
