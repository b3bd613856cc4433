package conveyarr.upstream.gluetun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Samples;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.VpnGateway;
import conveyarr.upstream.VpnGateway.Refusals;
import conveyarr.upstream.VpnGateway.Tunnel;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the answers of all versions. */
@QuarkusTest
class GluetunTest implements UpstreamContract {
    private final FakeServer server = new FakeServer();

    @Override
    public UpstreamKind kind() {
        return new GluetunKind();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void reads_the_forwarded_ports_of_all_versions() {
        running();
        assertThat(portsFrom("gluetun/3.41-source/portforward-3.41-none.json")).isEmpty();
        assertThat(portsFrom("gluetun/3.41-source/portforward-3.41-one.json")).containsExactly(50672);
        assertThat(portsFrom("gluetun/3.41-source/portforward-3.41-many.json")).containsExactly(50672, 50673);
        assertThat(portsFrom("gluetun/latest-source/portforward-latest.json")).containsExactly(50672);
        assertThat(portsFrom("gluetun/latest-source/portforward-latest-none.json"))
                .isEmpty();
    }

    @Test
    void asks_at_the_old_place_when_the_new_one_is_not_offered() {
        for (int status : List.of(404, 401, 400)) {
            running();
            server.on("/v1/portforward", Answer.status(status));
            server.on("/v1/openvpn/portforwarded", sniffed("{\"port\":5555}"));
            assertThat(tunnel().forwardedPorts()).containsExactly(5555);
        }
    }

    /** The server is the proxy here, so it is asked for the target by its whole address. */
    @Test
    void we_look_through_the_tunnel_ourselves_and_a_proxy_that_is_not_there_says_nothing() {
        var target = URI.create("http://198.51.100.7/");
        for (var told : Map.of(200, Optional.of(true), 301, Optional.of(true), 500, Optional.of(false))
                .entrySet()) {
            server.on(target.toString(), Answer.status(told.getKey()));
            assertThat(through(server.url(), target)).isEqualTo(told.getValue());
        }
        server.on(target.toString(), Answer.status(407));
        assertThat(through(server.url(), target)).isEmpty();
        server.close();
        assertThat(through(server.url(), target)).isEmpty();
    }

    private static Optional<Boolean> through(URI proxy, URI target) {
        return Outlook.through(proxy, target).carries().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void no_port_route_at_all_is_no_trouble() {
        running();
        server.on("/v1/portforward", Answer.status(401));
        server.on("/v1/openvpn/portforwarded", new Answer(301, Map.of("Location", "/v1/portforward"), ""));
        assertThat(tunnel().forwardedPorts()).isEmpty();
    }

    @Test
    void what_a_role_refuses_us_is_told_as_refused_and_not_as_absent() {
        running();
        server.on("/v1/publicip/ip", Answer.status(401));
        server.on("/v1/portforward", Answer.status(401));
        server.on("/v1/openvpn/portforwarded", new Answer(301, Map.of("Location", "/v1/portforward"), ""));
        assertThat(tunnel().refusals())
                .isEqualTo(new Refusals(Optional.of("GET /v1/publicip/ip"), Optional.of("GET /v1/portforward")));
        server.on("/v1/portforward", Answer.status(404));
        server.on("/v1/openvpn/portforwarded", Answer.status(401));
        assertThat(tunnel().refusals().ports()).contains("GET /v1/openvpn/portforwarded");
    }

    @Test
    void what_a_version_does_not_have_or_cannot_find_out_is_not_refused() {
        running();
        server.on("/v1/publicip/ip", Answer.status(500));
        server.on("/v1/portforward", Answer.status(401));
        server.on("/v1/openvpn/portforwarded", sniffed("{\"port\":5555}"));
        assertThat(tunnel().refusals()).isEqualTo(Refusals.NONE);
    }

    @Test
    void the_lines_that_a_role_lacks_can_be_pasted() {
        var gateway = open(At.url(server.url().toString()));
        assertThat(gateway.accessHelp(List.of("GET /v1/publicip/ip", "GET /v1/portforward")))
                .contains("\"GET /v1/publicip/ip\", \"GET /v1/portforward\"\n")
                .contains("/gluetun/auth/config.toml")
                .contains("routes = [\"GET /v1/version\"");
    }

    @Test
    void a_failed_look_up_of_the_address_leaves_it_out() {
        running();
        server.on("/v1/publicip/ip", sniffed(Samples.text("gluetun/3.41-source/publicip-unknown.json")));
        assertThat(tunnel())
                .isEqualTo(new Tunnel("running", Optional.empty(), Optional.empty(), List.of(), Optional.empty()));
        server.on("/v1/publicip/ip", Answer.status(500));
        assertThat(tunnel().publicAddress()).isEmpty();
    }

    @Test
    void gives_the_word_of_the_gateway_and_the_address() {
        running();
        assertThat(tunnel())
                .isEqualTo(new Tunnel(
                        "running", Optional.of("185.65.134.240"), Optional.of("Sweden"), List.of(), Optional.empty()));
        for (String word : List.of("crashed", "starting", "stopped", "stopping")) {
            server.on("/v1/vpn/status", sniffed(Samples.text("gluetun/3.41-source/vpn-status-" + word + ".json")));
            assertThat(tunnel().word()).isEqualTo(word);
        }
    }

    @Test
    void sends_its_key_only_when_there_is_one() {
        running();
        open(At.url(server.url())).tunnel().await().atMost(Duration.ofSeconds(5));
        assertThat(server.asked()).allMatch(call -> At.SECRET.equals(call.header("X-API-Key")));
        int before = server.asked().size();
        tunnel();
        assertThat(server.asked().subList(before, server.asked().size()))
                .allMatch(call -> call.header("X-API-Key") == null);
    }

    @Test
    void is_alive_with_or_without_the_route_of_the_version() {
        running();
        server.on("/v1/version", sniffed(Samples.text("gluetun/3.41-source/version.json")));
        assertThat(open(At.url(server.url().toString()))
                        .probe()
                        .await()
                        .indefinitely()
                        .version())
                .isEqualTo("v3.41.1");
        server.on("/v1/version", Answer.status(401));
        assertThat(open(At.url(server.url().toString()))
                        .probe()
                        .await()
                        .indefinitely()
                        .info())
                .isEqualTo("VPN running");
    }

    @Test
    void a_gateway_that_fails_half_way_gives_no_tunnel() {
        running();
        server.on("/v1/portforward", Answer.status(503));
        assertThatThrownBy(this::tunnel).isInstanceOf(Busy.class);
    }

    @Test
    void its_own_health_check_counts_and_a_closed_health_server_says_nothing() {
        running();
        server.on("/health", Answer.status(200));
        assertThat(healthy("/health")).contains(true);
        server.on("/health", Answer.text(500, "dialing: i/o timeout"));
        assertThat(healthy("/health")).contains(false);
        assertThat(open(At.url(server.url().toString()).health("http://127.0.0.1:9"))
                        .tunnel()
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .healthy())
                .isEmpty();
    }

    @Test
    void a_restart_stops_the_tunnel_and_starts_it() {
        says("running");
        assertThat(restart(FRESH)).isEqualTo("running");
        assertThat(ordered()).containsExactly("{\"status\":\"stopped\"}", "{\"status\":\"running\"}");
    }

    @Test
    void a_tunnel_that_has_crashed_is_ordered_nothing_and_it_is_said_what_helps() {
        says("crashed");
        assertThatThrownBy(() -> restart(FRESH)).isInstanceOfSatisfying(Declined.class, no -> assertThat(no.words())
                .contains("restart its container"));
        assertThat(ordered()).isEmpty();
    }

    @Test
    void an_old_order_starts_what_stands_still_and_stops_nothing() {
        says("running");
        assertThatThrownBy(() -> restart(OLD)).isInstanceOf(Declined.class);
        assertThat(ordered()).isEmpty();
        says("stopped");
        restart(OLD);
        assertThat(ordered()).containsExactly("{\"status\":\"running\"}");
    }

    @Test
    void whoever_has_lost_the_right_orders_nothing() {
        says("running");
        var lost = new VpnGateway.Restart(true, () -> Uni.createFrom().failure(new IllegalStateException("overtaken")));
        assertThatThrownBy(() -> restart(lost)).hasMessage("overtaken");
        assertThat(ordered()).isEmpty();
    }

    private static final VpnGateway.Restart FRESH =
            new VpnGateway.Restart(true, () -> Uni.createFrom().voidItem());
    private static final VpnGateway.Restart OLD =
            new VpnGateway.Restart(false, () -> Uni.createFrom().voidItem());

    private void says(String word) {
        server.on("/v1/vpn/status", sniffed("{\"status\":\"" + word + "\",\"outcome\":\"" + word + "\"}"));
    }

    private String restart(VpnGateway.Restart how) {
        return open(At.url(server.url().toString())).restart(how).await().atMost(Duration.ofSeconds(5));
    }

    private List<String> ordered() {
        return server.asked().stream()
                .filter(call -> call.method().equals("PUT"))
                .map(FakeServer.Asked::body)
                .toList();
    }

    @Test
    void its_settings_make_it_call_the_door_with_what_the_reader_knows() {
        var settings =
                open(At.url(server.url().toString())).hookSettings(URI.create("http://conveyarr:8484/hooks/vpn"));
        assertThat(settings)
                .extracting(VpnGateway.Setting::name)
                .contains("VPN_PORT_FORWARDING_UP_COMMAND", "VPN_DOWN_COMMAND");
        assertThat(settings).allSatisfy(setting -> {
            assertThat(setting.value())
                    .contains("http://conveyarr:8484/hooks/vpn")
                    .contains("X-Api-Key");
            var body = Pattern.compile("--post-data \"(.*?)\" http").matcher(setting.value());
            assertThat(body.find()).isTrue();
            byte[] sent = body.group(1)
                    .replace("\\", "")
                    .replace("{{PORTS}}", "50672,50673")
                    .getBytes(UTF_8);
            assertThat(kind().hooks()
                            .orElseThrow()
                            .read("vpn", Instant.EPOCH, sent)
                            .understood())
                    .isTrue();
        });
    }

    @Test
    void a_call_that_it_never_makes_is_not_understood() {
        var reader = kind().hooks().orElseThrow();
        assertThat(reader.read("vpn", Instant.EPOCH, "{\"event\":\"port-sideways\"}".getBytes(UTF_8))
                        .understood())
                .isFalse();
    }

    private Optional<Boolean> healthy(String path) {
        return open(At.url(server.url().toString()).health(server.url() + path))
                .tunnel()
                .await()
                .atMost(Duration.ofSeconds(5))
                .healthy();
    }

    /** Gluetun names no type, and Go, which it is written in, then calls all that is no web page plain text. */
    private static Answer sniffed(String json) {
        return Answer.text(200, json + "\n");
    }

    @Test
    void is_alive_when_its_answers_have_no_type_at_all() {
        server.on("/v1/vpn/status", new Answer(200, Map.of(), "{\"status\":\"running\"}"));
        assertThat(tunnel().word()).isEqualTo("running");
    }

    private void running() {
        server.on("/v1/vpn/status", sniffed(Samples.text("gluetun/3.41-source/vpn-status-running.json")));
        server.on("/v1/publicip/ip", sniffed(Samples.text("gluetun/3.41-source/publicip.json")));
    }

    private List<Integer> portsFrom(String sample) {
        server.on("/v1/portforward", sniffed(Samples.text(sample)));
        return tunnel().forwardedPorts();
    }

    private Tunnel tunnel() {
        return open(At.url(server.url().toString())).tunnel().await().atMost(Duration.ofSeconds(5));
    }

    private static VpnGateway open(At at) {
        return (VpnGateway) new GluetunKind().open("gluetun", at);
    }
}
