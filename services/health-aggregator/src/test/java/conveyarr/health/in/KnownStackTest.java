package conveyarr.health.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.core.Checkup;
import conveyarr.health.core.Component;
import conveyarr.health.core.Probe;
import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Said;
import conveyarr.health.core.Probe.Silent;
import conveyarr.health.view.CheckView;
import conveyarr.health.view.Checks;
import conveyarr.health.view.DiskView;
import conveyarr.health.view.HealthView;
import conveyarr.upstream.Upstream.Alive;
import conveyarr.upstream.Upstream.Disk;
import conveyarr.upstream.Upstreams.NotConfigured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two stacks as their owners describe them: one that runs, as a table, and one with four faults, each of another sort. */
class KnownStackTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final Checkup checkup = new Checkup();

    @Test
    void a_stack_that_runs_is_a_table_of_programs_each_with_its_line_and_the_disks_below() {
        var media = new Disk("/data/media", 2_800_000_000_000L, 4_000_000_000_000L);
        var downloads = new Disk("/data/downloads", 454_800_000_000L, 500_000_000_000L);
        Component sonarr = after("sonarr", well("42 series monitored", List.of(downloads, media)));
        Component radarr = after("radarr", well("187 movies monitored", List.of(media, downloads)));
        Component prowlarr = after("prowlarr", well("15 indexers", List.of()));
        assertThat(check(sonarr)).returns("OK", CheckView::word).returns("42 series monitored", CheckView::info);
        assertThat(check(radarr)).returns("ok", CheckView::state).returns("187 movies monitored", CheckView::info);
        assertThat(check(prowlarr)).returns("ok", CheckView::tone).returns("15 indexers", CheckView::info);
        assertThat(DiskView.all(List.of(sonarr, radarr, prowlarr)))
                .extracting(DiskView::text)
                .containsExactly("Downloads: 45.2 GB / 500 GB (9%)", "Media: 1.2 TB / 4 TB (30%)");
    }

    @Test
    void four_faults_are_told_apart() {
        CheckView radarr = check(after("radarr", ill(), ill()));
        CheckView cloudflared = check(
                after("cloudflared", well("", List.of()), gone(), well("", List.of()), gone(), well("", List.of())));
        CheckView filebrowser = check(after("filebrowser", gone(), gone()));
        CheckView seerr = Checks.of(new NotConfigured("seerr", "conveyarr.upstreams.seerr.api-key"));
        assertThat(List.of(radarr, cloudflared, filebrowser, seerr))
                .extracting(CheckView::state)
                .containsExactly("degraded", "flapping", "not started", "not configured");
        assertThat(radarr.error()).isEqualTo("No download client is available");
        assertThat(filebrowser.fix().text()).contains("conveyarr.upstreams.filebrowser.url");
        assertThat(seerr.fix().text()).contains("conveyarr.upstreams.seerr.api-key");
        assertThat(HealthView.of(List.of(radarr, cloudflared, filebrowser, seerr), false)
                        .verdict())
                .isEqualTo("2 things need you.");
    }

    @Test
    void what_is_behind_a_vpn_that_is_down_is_held_whatever_it_answers() {
        Component up = after("prowlarr", well("15 indexers", List.of()));
        Component down = after("prowlarr", well("15 indexers", List.of()), gone(), gone());
        for (Component one : List.of(up, down)) {
            assertThat(Checks.of(one, place(), true))
                    .returns("held by VPN", CheckView::state)
                    .returns("wait", CheckView::tone);
        }
    }

    @Test
    void a_muted_check_does_not_count() {
        CheckView gone = check(after("filebrowser", gone(), gone()));
        assertThat(HealthView.of(List.of(gone), false).tone()).isEqualTo("bad");
        assertThat(HealthView.of(List.of(gone.muted(NOON.plusSeconds(60))), false)
                        .tone())
                .isEqualTo("off");
    }

    @FunctionalInterface
    private interface Look {
        Probe at(String name, Instant at);
    }

    private Component after(String name, Look... looks) {
        Component state = new Component.Unknown(name);
        for (int i = 0; i < looks.length; i++) {
            state = checkup.on(state, looks[i].at(name, NOON.plus(Duration.ofSeconds(10L * i))))
                    .state();
        }
        return state;
    }

    private static Look well(String info, List<Disk> disks) {
        var said = Saying.of(new Alive("1", info, List.of(), disks));
        return (name, at) -> new Answered(name, name, at, 12, said);
    }

    private static Look ill() {
        var said = new Said(
                "187 movies monitored", List.of("No download client is available"), List.of(), Optional.empty());
        return (name, at) -> new Answered(name, name, at, 12, said);
    }

    private static Look gone() {
        return (name, at) -> new Silent(name, name, at, name + " does not answer: connection refused", true);
    }

    private static CheckView check(Component component) {
        return Checks.of(component, place());
    }

    private static Checks.Place place() {
        return new Checks.Place("Other", "program", "http://program:1", true, Optional.empty());
    }
}
