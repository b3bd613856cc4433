package conveyarr.health.view;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.core.Checkup;
import conveyarr.health.core.Component;
import conveyarr.health.core.Look;
import conveyarr.health.core.Probe;
import conveyarr.health.core.Tunnel;
import conveyarr.health.core.TunnelNotes;
import conveyarr.health.core.VpnWatch;
import conveyarr.health.view.Checks.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void a_place_is_shown_without_the_secrets_of_its_address() {
        var place = place("http://ana:s3cret@nas:7878/radarr/?apikey=s3cret#s3cret", true);
        assertThat(Checks.of(new Component.Unknown("radarr"), place).what())
                .isEqualTo("radarr answers at http://nas:7878/radarr/");
        var refused = Checks.of(new Component.Refused("radarr", new Component.Unknown("radarr").notes()), place);
        assertThat(refused.toString()).doesNotContain("s3cret").doesNotContain("ana");
    }

    @Test
    void an_address_is_shown_as_far_as_it_goes() {
        assertThat(place("https://nas", true).url()).isEqualTo("https://nas");
        assertThat(place("http://[::1]:9/x", true).url()).isEqualTo("http://[::1]:9/x");
        assertThat(place("not an address with s3cret", true).url()).isEqualTo("?");
    }

    @Test
    void a_dropped_tunnel_of_a_gateway_that_is_not_required_is_a_warning() {
        var dropped = new Tunnel.Dropped("gluetun", NOON, "the gateway says \"crashed\"", TunnelNotes.EMPTY);
        assertThat(TunnelChecks.check(dropped, place("http://nas", false)).tone())
                .isEqualTo("warn");
        assertThat(TunnelChecks.check(dropped, place("http://nas", true)).tone())
                .isEqualTo("bad");
    }

    @Test
    void a_gateway_that_does_not_answer_says_nothing_of_its_tunnel() {
        var up = new Tunnel.Up(
                "gluetun", NOON, new Tunnel.Address(Optional.of("185.65.134.240"), List.of()), 0, TunnelNotes.EMPTY);
        var place = place("http://nas", true);
        var notes = new Component.Unknown("gluetun").notes();
        for (Component away :
                List.of(new Component.Down("gluetun", notes, NOON), new Component.Refused("gluetun", notes))) {
            assertThat(TunnelChecks.of(up, away, place).tone()).isEqualTo("off");
        }
        var there = new Component.Up("gluetun", notes, Optional.empty());
        assertThat(TunnelChecks.of(up, there, place).tone()).isEqualTo("ok");
    }

    @Test
    void a_gateway_that_refuses_us_its_address_is_told_with_what_helps() {
        var place = new Place("Download path", "gluetun", "http://nas", true, Optional.of("add this"));
        var hidden = new Look.Seen(
                NOON,
                "running",
                Tunnel.Address.NONE,
                Look.Around.NOTHING,
                new Look.Refusals(Optional.of("GET /v1/publicip/ip"), Optional.empty()));
        var check = TunnelChecks.check(
                new VpnWatch().on(new Tunnel.Unknown("gluetun"), hidden).state(), place);
        assertThat(check.tone()).isEqualTo("warn");
        assertThat(check.error()).contains("refuses us its public address");
        assertThat(check.fix().text()).isEqualTo("add this");
        assertThat(TunnelChecks.check(new Tunnel.Unknown("gluetun"), place).fix())
                .isNull();
    }

    @Test
    void when_our_own_network_is_down_nothing_is_known() {
        var dropped = TunnelChecks.check(
                new Tunnel.Dropped("gluetun", NOON, "crashed", TunnelNotes.EMPTY), place("http://nas", true));
        var view = HealthView.of(List.of(dropped), true);
        assertThat(view.tone()).isEqualTo("off");
        assertThat(view.checks()).extracting(CheckView::tone).containsOnly("off");
        assertThat(view.checks()).extracting(CheckView::word).containsOnly("Unknown");
        assertThat(SummaryView.overall(view.mood())).isEqualTo("UNKNOWN");
        assertThat(HealthView.of(List.of(dropped), false).tone()).isEqualTo("bad");
    }

    private static Place place(String url, boolean required) {
        return new Place("Ingest", "radarr", url, required, Optional.empty());
    }

    @Test
    void a_stack_that_is_not_set_up_is_not_well_because_we_run() {
        var answered = new Probe.Answered("notifier", "conveyarr", NOON, 1, "lag 0");
        var running = Checks.ours(
                new Checkup().on(new Component.Unknown("notifier"), answered).state());
        assertThat(HealthView.of(List.of(running), false))
                .returns("off", HealthView::tone)
                .returns("Nothing is set up yet.", HealthView::verdict)
                .returns(true, HealthView::bare);
        var away = new Probe.Silent("notifier", "conveyarr", NOON, "no");
        var missed = new Checkup().on(new Component.Unknown("notifier"), away).state();
        var down = Checks.ours(new Checkup().on(missed, away).state());
        assertThat(HealthView.of(List.of(down), false))
                .returns("bad", HealthView::tone)
                .returns("1 thing needs you.", HealthView::verdict);
    }
}
