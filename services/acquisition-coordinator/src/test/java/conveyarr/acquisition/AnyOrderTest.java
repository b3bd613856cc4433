package conveyarr.acquisition;

import static conveyarr.acquisition.AcquisitionLifeTest.*;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.core.Signal.*;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Hooks, history, queue and the library topic know nothing of each other: whoever speaks first, the same is told and known in the end. */
class AnyOrderTest {
    private static final List<Signal> FINISHED =
            List.of(listed(0), picked(1, "D1"), givenUp(2, "D1"), picked(3, "D2"), refused(4, "D2"), imported(5, "D2"));
    private static final List<Signal> UNDER_WAY =
            List.of(listed(0), picked(1, "D1"), imported(2, "D1"), picked(3, "D2"), givenUp(4, "D2"), picked(5, "D3"));

    @Test
    void a_life_of_six_signals_ends_the_same_in_all_720_orders() {
        inAllOrders(FINISHED);
        inAllOrders(UNDER_WAY);
    }

    @Test
    void and_when_hook_and_history_both_tell_it_a_second_apart() {
        for (var life : List.of(FINISHED, UNDER_WAY)) {
            var expected = told(life);
            for (int seed = 0; seed < 2000; seed++) {
                List<Signal> shuffled = new ArrayList<>(life);
                life.forEach(signal -> shuffled.add(byHistory(signal)));
                Collections.shuffle(shuffled, new Random(seed));
                assertThat(told(shuffled)).isEqualTo(expected);
            }
        }
    }

    static void inAllOrders(List<Signal> life) {
        var expected = Story.ofATitle().given(life.toArray(Signal[]::new));
        int[] orders = {0};
        permute(new ArrayList<>(life), 0, order -> {
            var story = Story.ofATitle().given(order.toArray(Signal[]::new));
            assertThat(story.state()).isEqualTo(expected.state());
            assertThat(withoutAttempts(story.told())).isEqualTo(withoutAttempts(expected.told()));
            orders[0]++;
        });
        assertThat(orders[0]).isEqualTo(720);
    }

    private record End(String state, Map<UUID, DomainEvent> told) {}

    private static End told(List<Signal> signals) {
        var story = Story.ofATitle().given(signals.toArray(Signal[]::new));
        return new End(words(story.state()), withoutAttempts(story.told()));
    }

    private static String words(Acquisition state) {
        return switch (state) {
            case Acquisition.Grabbed g -> "grabbed " + g.download() + " " + g.attempt();
            case Acquisition.Blocked b -> "blocked " + b.download() + " " + b.attempt();
            case Acquisition.Unknown _, Acquisition.Wanted _, Acquisition.Removed _, Acquisition.Finished _ ->
                state.getClass().getSimpleName();
        };
    }

    /** The number of the attempt is what was known when it was told; the final state has the true one. */
    private static Map<UUID, DomainEvent> withoutAttempts(Map<UUID, DomainEvent> told) {
        return told.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> switch (e.getValue()) {
            case ReleaseGrabbed g ->
                new ReleaseGrabbed(
                        g.about(), g.instance(), g.download(), g.release(), g.bytes(), g.indexer(), 0, g.episodes());
            case DomainEvent other -> other;
        }));
    }

    /** History has whole seconds and is written after the hook was sent. */
    private static Signal byHistory(Signal signal) {
        var seen = signal.occurrence();
        var later = new Occurrence(seen.id(), seen.at().plusSeconds(1), Via.HISTORY, seen.source());
        return switch (signal) {
            case Listed s -> new Listed(later, s.media(), s.title());
            case Removed s -> new Removed(later, s.media(), s.generation(), s.filesDeleted());
            case Picked s -> new Picked(inARow(s.trace()), s.media(), s.title(), s.release());
            case GivenUp s -> new GivenUp(inARow(s.trace()), s.media(), s.download(), s.reason());
            case Refused s -> new Refused(inARow(s.trace()), s.media(), s.download(), s.reasons());
            case Imported s -> new Imported(later, s.media(), s.download());
        };
    }

    /** Rows are numbered as they are written. */
    private static Trace inARow(Trace seen) {
        long row = 100 + Duration.between(NOON, seen.at()).toMinutes();
        return new Trace(seen.key(), seen.at().plusSeconds(1), Via.HISTORY, seen.source(), Optional.of(row));
    }

    private interface Check {
        void on(List<Signal> order);
    }

    private static void permute(List<Signal> signals, int from, Check check) {
        if (from == signals.size()) {
            check.on(signals);
            return;
        }
        for (int i = from; i < signals.size(); i++) {
            Collections.swap(signals, from, i);
            permute(signals, from + 1, check);
            Collections.swap(signals, from, i);
        }
    }
}
