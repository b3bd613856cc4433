package conveyarr.simulator.gluetun;

import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Gluetun 3.41: the control server, a tunnel that can be dropped and restored, optional X-API-Key role. */
public final class Gluetun implements AutoCloseable {
    private final String apiKey;
    private final Ledger<Tunnel> tunnel;
    private final Site site;
    private volatile Set<String> lacking = Set.of();

    public Gluetun(Path folder, int port, String apiKey) {
        this.apiKey = apiKey;
        this.tunnel = new Ledger<>(folder.resolve("gluetun.json"), new Tunnel(), Tunnel.class);
        this.site = new Site(port)
                .guard(this::refusal)
                .on(
                        "GET",
                        "/v1/version",
                        c -> Reply.sniffed(Json.of(
                                "version", "v3.41.1", "commit", "7f22fb3", "created", "2026-02-11T14:13:34.000Z")))
                .on("GET", "/v1/vpn/status", c -> Reply.sniffed(Json.of("status", status())))
                .on("PUT", "/v1/vpn/status", this::put)
                .on("GET", "/v1/publicip/ip", c -> Reply.sniffed(publicIp()))
                .on("GET", "/v1/portforward", c -> Reply.sniffed(Json.of("port", tunnel.read(t -> t.port))))
                .on("GET", "/v1/openvpn/portforwarded", c -> Reply.empty(301).with("Location", "/v1/portforward"))
                .on("GET", "/v1/dns/status", c -> Reply.sniffed(Json.of("status", "running")))
                // Not Gluetun's: the stand-in for the tun0 device that the qBittorrent simulator is bound to.
                .on("GET", "/tun0", c -> Reply.json(Json.of("flowing", tunnel.read(t -> t.flowing))))
                .otherwise(c -> Reply.text(401, "Unauthorized"))
                .open();
    }

    public URI url() {
        return site.url();
    }

    /** Empty when the control server asks for none (Gluetun up to 3.41 without roles). */
    public String apiKey() {
        return apiKey;
    }

    /** The VPN process dies: crashed, no address, no port. The API cannot restart it, as with the real one. */
    public void dropVpn() {
        tunnel.update(t -> t.lost("crashed"));
    }

    /** The tunnel dies and Gluetun has not noticed yet: running, old address, but no byte flows. */
    public void dropVpnSilently() {
        tunnel.update(t -> t.flowing = false);
    }

    /** The VPN is up again, with another address and another forwarded port. */
    public void restoreVpn() {
        tunnel.update(Tunnel::connected);
    }

    /** As of a provider that forwards no port. */
    public void forwardNothing() {
        tunnel.update(Tunnel::forwardNothing);
    }

    /** Traffic flows, but the look-up of the public address failed: {@code {"public_ip":""}}. */
    public void forgetPublicIp() {
        tunnel.update(t -> t.publicIp = "");
    }

    /** The role of our key lacks these paths, and has every other: 401 whatever key is sent. */
    public void refuse(String... paths) {
        lacking = Set.of(paths);
    }

    public String status() {
        return tunnel.read(t -> t.status);
    }

    /** The control server stops to answer until {@link #comeBack()}. */
    public void goAway() {
        site.close();
    }

    public void comeBack() {
        site.open();
    }

    @Override
    public void close() {
        site.close();
    }

    private Optional<Reply> refusal(Call call) {
        boolean free = apiKey.isEmpty() || call.path().equals("/tun0");
        return (free || apiKey.equals(call.header("X-API-Key"))) && !lacking.contains(call.path())
                ? Optional.empty()
                : Optional.of(Reply.text(401, "Unauthorized"));
    }

    private Reply put(Call call) {
        String wanted = call.json().path("status").asText();
        return switch (wanted) {
            case "stopped" -> Reply.sniffed(Json.of("outcome", tunnel.change(Tunnel::stop)));
            case "running" -> Reply.sniffed(Json.of("outcome", tunnel.change(Tunnel::start)));
            default -> Reply.text(400, "invalid status: " + wanted + ": possible values are: stopped, running");
        };
    }

    private Object publicIp() {
        String ip = tunnel.read(t -> t.publicIp);
        return ip.isEmpty()
                ? Json.of("public_ip", "")
                : Json.of(
                        "public_ip",
                        ip,
                        "region",
                        "Stockholm",
                        "country",
                        "Sweden",
                        "city",
                        "Stockholm",
                        "location",
                        "59.3294,18.0687",
                        "organization",
                        "AS39351 31173 Services AB",
                        "postal_code",
                        "100 04",
                        "timezone",
                        "Europe/Stockholm");
    }
}
