package conveyarr.health.in.access;

import conveyarr.flow.http.ApiKey;
import conveyarr.health.core.access.Groups;
import conveyarr.health.core.access.Headers;
import conveyarr.health.core.access.Network;
import conveyarr.health.core.access.Origin;
import conveyarr.health.core.access.Proxies;
import conveyarr.health.core.access.Visitor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the connection of a call tells, and what the headers tell when they come from a proxy of ours. */
@Singleton
class Peer {
    private static final String SECRET = "X-Proxy-Secret";

    private final AccessConfig.Proxy config;
    private final Optional<String> publicHost;
    private final boolean publicHttps;
    private final Proxies proxies;

    Peer(AccessConfig config) {
        this.config = config.proxy();
        this.publicHost = config.publicUrl().map(URI::create).map(URI::getAuthority);
        this.publicHttps =
                config.publicUrl().filter(url -> url.startsWith("https://")).isPresent();
        this.proxies = new Proxies(this.config.trusted().orElse(List.of()).stream()
                .map(Network::parse)
                .toList());
    }

    /** The address of whoever makes the call. */
    String client(HttpServerRequest call) {
        return proxies.client(address(call), call.headers().getAll("X-Forwarded-For"))
                .getHostAddress();
    }

    /** Who the proxy says it is. */
    Optional<Visitor> visitor(HttpServerRequest call) {
        if (!fromProxy(call)) {
            return Optional.empty();
        }
        return new Headers(
                        call.headers().getAll(config.userHeader()),
                        call.headers().getAll(config.groupsHeader()))
                .visitor(new Groups(config.admins(), config.operators(), config.usual()));
    }

    boolean https(HttpServerRequest call) {
        return call.isSSL()
                || publicHttps && atPublicUrl(call)
                || fromProxy(call)
                        && "https".equals(last(call, "X-Forwarded-Proto").orElse(""));
    }

    /** Whether the browser asked for the address that people know, and the proxy before us says so. */
    boolean atPublicUrl(HttpServerRequest call) {
        return publicHost
                .filter(host -> host.equalsIgnoreCase(call.getHeader("Host")))
                .isPresent();
    }

    Origin origin(HttpServerRequest call) {
        Set<String> hosts = new HashSet<>();
        Optional.ofNullable(call.getHeader("Host")).ifPresent(hosts::add);
        publicHost.ifPresent(hosts::add);
        if (fromProxy(call)) {
            last(call, "X-Forwarded-Host").ifPresent(hosts::add);
        }
        var own =
                hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(java.util.stream.Collectors.toSet());
        return new Origin(call.getHeader("Sec-Fetch-Site"), call.getHeader("Origin"), own);
    }

    /** A name that somebody else's name service may point at us could let a web page read us through a browser. */
    boolean hostIsSafe(HttpServerRequest call) {
        String host = Optional.ofNullable(call.getHeader("Host")).orElse("").toLowerCase(Locale.ROOT);
        String name = host.replaceFirst(":\\d+$", "");
        return name.equals("localhost")
                || Network.address(name).isPresent()
                || publicHost.filter(host::equalsIgnoreCase).isPresent();
    }

    private boolean fromProxy(HttpServerRequest call) {
        boolean known = config.secret()
                .map(secret -> new ApiKey(secret).accepts(call.getHeader(SECRET)))
                .orElse(true);
        return known && proxies.trust(address(call));
    }

    /** That of the connection, whatever any header says. */
    private static InetAddress address(HttpServerRequest call) {
        return Network.address(call.connection().remoteAddress().hostAddress()).orElseThrow();
    }

    private static Optional<String> last(HttpServerRequest call, String header) {
        var all = call.headers().getAll(header);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.getLast().replaceFirst(".*,", "").strip());
    }
}
