package conveyarr.upstream.gluetun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Samples;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.VpnGateway;
import conveyarr.upstream.VpnGateway.Tunnel;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void no_port_route_at_all_is_no_trouble() {
        running();
        server.on("/v1/portforward", Answer.status(401));
        server.on("/v1/openvpn/portforwarded", new Answer(301, Map.of("Location", "/v1/portforward"), ""));
        assertThat(tunnel().forwardedPorts()).isEmpty();
    }

    @Test
    void a_failed_look_up_of_the_address_leaves_it_out() {
        running();
        server.on("/v1/publicip/ip", sniffed(Samples.text("gluetun/3.41-source/publicip-unknown.json")));
        assertThat(tunnel()).isEqualTo(new Tunnel("running", Optional.empty(), Optional.empty(), List.of()));
        server.on("/v1/publicip/ip", Answer.status(500));
        assertThat(tunnel().publicAddress()).isEmpty();
    }

    @Test
    void gives_the_word_of_the_gateway_and_the_address() {
        running();
        assertThat(tunnel())
                .isEqualTo(new Tunnel("running", Optional.of("185.65.134.240"), Optional.of("Sweden"), List.of()));
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
