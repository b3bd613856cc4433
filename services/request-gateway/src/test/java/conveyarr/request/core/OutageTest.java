package conveyarr.request.core;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.request.core.Ear.Seen;
import conveyarr.request.core.Ear.Wake;
import conveyarr.simulator.arr.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The gateway is away for some minutes while a Radarr with the real back-off goes on. Second by second, without waiting for one. */
class OutageTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration GRACE = ofMinutes(2);
    private static final int EVENT_EVERY = 20;
    private static final int POLL_EVERY = 15;
    private static final int LOOK_EVERY = 30;

    private final BackOff backOff = new BackOff();
    private final List<Instant> history = new ArrayList<>();
    /** Each happening by its own time, and how often it was told. */
    private final Map<Instant, Integer> timeline = new TreeMap<>();

    private final List<Instant> hooked = new ArrayList<>();
    private Ear ear = Ear.NEW;
    private boolean open = true;
    private Instant polledUpTo = NOON;

    @Test
    void five_minutes_away_and_within_two_polls_nothing_is_missing_and_the_block_is_lifted() {
        run(0, 120);
        open = false;
        run(120, 420);
        assertThat(timeline).hasSizeLessThan(history.size());
        restart();
        run(420, 420 + 2 * POLL_EVERY + 1);
        assertThat(timeline.keySet()).containsExactlyElementsOf(history);
        assertThat(backOff.blocked(second(451))).isFalse();
        run(451, 600);
        assertThat(hooked.getLast()).isAfter(second(560));
        assertThat(timeline).hasSameSizeAs(history);
        assertThat(timeline.values()).containsOnly(1);
    }

    /** After the grace of five minutes Radarr blocks us, and drops what happens then. */
    @Test
    void an_hour_away_is_a_block_that_would_last_and_is_lifted_at_once() {
        run(0, 60);
        open = false;
        run(60, 3660);
        assertThat(backOff.blocked(second(3660 + 300))).isTrue();
        restart();
        run(3660, 3660 + LOOK_EVERY + 1);
        assertThat(backOff.blocked(second(3691))).isFalse();
        run(3691, 3800);
        assertThat(hooked.getLast()).isAfter(second(3760));
        assertThat(timeline.keySet()).containsExactlyElementsOf(history);
        assertThat(timeline.values()).containsOnly(1);
    }

    private void run(int from, int to) {
        for (int second = from; second < to; second++) {
            Instant now = second(second);
            if (second % EVENT_EVERY == 0) {
                happens(now);
            }
            if (open && second % POLL_EVERY == 0) {
                poll(now);
            }
            if (open && second % LOOK_EVERY == 0) {
                look(now);
            }
        }
    }

    /** A process that starts knows no more than how far it had read. */
    private void restart() {
        open = true;
        ear = Ear.NEW;
    }

    private void happens(Instant now) {
        history.add(now);
        if (backOff.blocked(now)) {
            return; // dropped for ever
        }
        if (open) {
            backOff.succeeded();
            ear = ear.heard(now);
            hooked.add(now);
            tell(now);
        } else {
            backOff.failed(now, NOON.minus(Duration.ofDays(1)));
        }
    }

    private void poll(Instant now) {
        history.stream()
                .filter(at -> at.isAfter(polledUpTo.minus(ofMinutes(10))))
                .filter(at -> !timeline.containsKey(at)) // the same happening has the same id
                .forEach(at -> {
                    ear = ear.missed(at, now);
                    tell(at);
                });
        polledUpTo = now;
    }

    private void look(Instant now) {
        var seen = new Seen(true, backOff.blocked(now), Optional.empty());
        if (ear.wake(seen, GRACE, now) == Wake.OURS) {
            backOff.succeeded(); // its own test arrives
            ear = ear.woken(now, GRACE);
        }
    }

    private void tell(Instant happened) {
        timeline.merge(happened, 1, Integer::sum);
    }

    private static Instant second(int second) {
        return NOON.plus(ofSeconds(second));
    }
}
