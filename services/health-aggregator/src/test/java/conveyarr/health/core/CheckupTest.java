package conveyarr.health.core;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.HealthEvent.ComponentBecameUnstable;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentDegraded;
import conveyarr.events.HealthEvent.ComponentRecovered;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.Next;
import conveyarr.health.core.Component.Condition;
import conveyarr.health.core.Component.Degraded;
import conveyarr.health.core.Component.Down;
import conveyarr.health.core.Component.NotStarted;
import conveyarr.health.core.Component.Refused;
import conveyarr.health.core.Component.Unknown;
import conveyarr.health.core.Component.Up;
import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.KeyRefused;
import conveyarr.health.core.Probe.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final Checkup checkup = new Checkup();
    private Component state = new Unknown("radarr");
    private final List<Publish> told = new ArrayList<>();

    @Test
    void one_miss_is_forgiven() {
        when(answered(0), silent(10), answered(20));
        assertThat(told).isEmpty();
        assertThat(state).isInstanceOf(Up.class);
        assertThat(state.notes().history()).hasSize(1);
    }

    @Test
    void the_second_miss_in_a_row_is_an_outage_since_the_first() {
        when(answered(0), silent(10), silent(20), silent(30));
        assertThat(state).isInstanceOf(Down.class);
        assertThat(((Down) state).since()).isEqualTo(at(10));
        assertThat(told).extracting(Publish::event).hasExactlyElementsOfTypes(ComponentWentDown.class);
    }

    @Test
    void the_end_of_an_outage_says_how_long_it_was() {
        when(answered(0), silent(10), silent(20), answered(70));
        assertThat(told.getLast().event())
                .isInstanceOfSatisfying(ComponentCameBack.class, back -> assertThat(back.downFor())
                        .isEqualTo(Duration.ofSeconds(60)));
        assertThat(state.notes().history())
                .extracting(Component.Span::condition)
                .containsExactly(Condition.UP, Condition.DOWN, Condition.UP);
        assertThat(state.notes().last().okAt()).contains(at(70));
    }

    @Test
    void the_same_outage_has_the_same_id_however_often_it_is_decided() {
        when(answered(0), silent(10));
        var once = checkup.on(state, silent(20)).effects();
        var again = checkup.on(state, silent(25)).effects();
        assertThat(((Publish) once.getFirst()).occurrence().id())
                .isEqualTo(((Publish) again.getFirst()).occurrence().id());
    }

    @Test
    void a_refused_key_is_no_outage() {
        when(new KeyRefused("radarr", "radarr", at(0), "401"), new KeyRefused("radarr", "radarr", at(10), "401"));
        assertThat(state).isInstanceOf(Refused.class);
        assertThat(told).isEmpty();
    }

    @Test
    void what_a_program_says_of_itself_twice_is_told_in_its_own_words_and_so_is_its_end() {
        when(answered(0), ill(10), ill(20), ill(30), answered(70));
        assertThat(told)
                .extracting(Publish::event)
                .hasExactlyElementsOfTypes(ComponentDegraded.class, ComponentRecovered.class);
        assertThat(told.getFirst().event())
                .isInstanceOfSatisfying(ComponentDegraded.class, event -> assertThat(event.words())
                        .containsExactly("no indexers"));
        assertThat(told.getLast().event())
                .isInstanceOfSatisfying(ComponentRecovered.class, event -> assertThat(event.degradedFor())
                        .isEqualTo(Duration.ofSeconds(60)));
    }

    @Test
    void a_complaint_of_one_look_is_shown_and_not_told() {
        when(answered(0), ill(10));
        assertThat(state).isInstanceOf(Degraded.class);
        assertThat(state.notes().last().error()).contains("no indexers");
        when(answered(20));
        assertThat(told).isEmpty();
    }

    @Test
    void what_was_ill_and_then_stopped_is_down_and_comes_back() {
        when(answered(0), ill(10), ill(20), silent(30), silent(40), answered(100));
        assertThat(told)
                .extracting(Publish::event)
                .hasExactlyElementsOfTypes(ComponentDegraded.class, ComponentWentDown.class, ComponentCameBack.class);
    }

    @Test
    void what_has_never_answered_and_has_nobody_at_its_address_was_not_started() {
        when(nobody(0), nobody(10), nobody(20));
        assertThat(state).isInstanceOf(NotStarted.class);
        assertThat(told).extracting(Publish::event).hasExactlyElementsOfTypes(ComponentWentDown.class);
        when(answered(70), nobody(80), nobody(90));
        assertThat(state).isInstanceOf(Down.class);
    }

    @Test
    void what_is_restarted_over_and_over_flaps_and_is_told_once_until_it_is_quiet() {
        when(answered(0), silent(10), answered(20), silent(30));
        assertThat(state.notes().flapping()).isFalse();
        when(answered(40), silent(50), answered(60), silent(70), answered(80));
        assertThat(state.notes().flapping()).isTrue();
        assertThat(told).extracting(Publish::event).hasExactlyElementsOfTypes(ComponentBecameUnstable.class);
        when(answered(600), answered(690));
        assertThat(state.notes().flapping()).isFalse();
    }

    @Test
    void only_the_last_ninety_changes_are_kept() {
        for (int i = 0; i < 100; i++) {
            when(answered(30 * i), new KeyRefused("radarr", "radarr", at(30 * i + 10), "401"));
        }
        assertThat(state.notes().history()).hasSize(90);
    }

    @Test
    void when_everything_is_silent_at_once_nobody_is_blamed() {
        var silence = List.<Probe>of(silent(0), new Silent("sonarr", "sonarr", at(0), "no route"));
        var all = new Round(silence, Set.of("nas", "attic"));
        assertThat(all.ownNetworkIsDown()).isTrue();
        assertThat(all.thatCount()).isEmpty();
        assertThat(new Round(
                                List.of(silent(0), new KeyRefused("sonarr", "sonarr", at(0), "401")),
                                Set.of("nas", "attic"))
                        .thatCount())
                .hasSize(2);
        assertThat(new Round(List.of(silent(0)), Set.of("nas", "attic")).ownNetworkIsDown())
                .isFalse();
    }

    @Test
    void what_is_silent_on_our_own_host_or_on_one_alone_is_really_down() {
        var silence = List.<Probe>of(silent(0), new Silent("sonarr", "sonarr", at(0), "no route"));
        for (var hosts :
                List.of(Set.of("nas"), Set.of("localhost", "127.0.0.1", "[::1]"), Set.of("localhost", "nas"))) {
            assertThat(new Round(silence, hosts).ownNetworkIsDown()).isFalse();
            assertThat(new Round(silence, hosts).thatCount()).hasSize(2);
        }
    }

    private void when(Probe... probes) {
        for (Probe probe : probes) {
            Next<Component> next = checkup.on(state, probe);
            state = next.state();
            next.effects().forEach(effect -> told.add((Publish) effect));
        }
    }

    private static Answered answered(int second) {
        return new Answered("radarr", "radarr", at(second), 12, "6.0.3");
    }

    private static Answered ill(int second) {
        var said = new Probe.Said("", List.of("no indexers"), List.of(), Optional.empty());
        return new Answered("radarr", "radarr", at(second), 12, said);
    }

    private static Silent nobody(int second) {
        return new Silent("radarr", "radarr", at(second), "connection refused", true);
    }

    private static Silent silent(int second) {
        return new Silent("radarr", "radarr", at(second), "radarr does not answer");
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
