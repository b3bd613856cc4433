package conveyarr.health.core;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Silent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void a_service_that_keeps_up_has_one_line_and_no_trouble() {
        var said = new Worker("notifier", true, 3L, 2, 59.9, 0, 1, 5, "busy").said();
        assertThat(said.info()).isEqualTo("lag 3, outbox 2, database answers");
        assertThat(said.troubles()).isEmpty();
    }

    @Test
    void what_waits_for_long_or_cannot_pass_by_itself_is_trouble_each_in_its_own_words() {
        var said = new Worker("notifier", false, 20_000L, 7, 130, 1, 2, 61, "requests-3@17: away").said();
        assertThat(said.info()).isEqualTo("lag 20000, outbox 7, database away");
        assertThat(said.troubles())
                .containsExactly(
                        "its database does not answer",
                        "7 events wait to be published, the oldest for 2 min",
                        "1 events were refused by the broker, see GET /api/v1/outbox",
                        "2 inputs are tried again, the oldest for 1 min: requests-3@17: away");
    }

    @Test
    void a_lag_that_nobody_knows_is_no_trouble() {
        assertThat(new Worker("notifier", true, null, 0, 0, 0, 0, 0, null).said())
                .returns("lag unknown, outbox 0, database answers", Probe.Said::info)
                .returns(List.of(), Probe.Said::troubles);
    }

    @Test
    void who_starts_with_us_is_not_blamed_and_nobody_is_without_a_network() {
        assertThat(round(NOON.plusSeconds(119), false)).hasSize(1);
        assertThat(round(NOON.plusSeconds(121), false)).hasSize(2);
        assertThat(round(NOON.plusSeconds(121), true)).hasSize(1);
    }

    private static List<Probe> round(Instant at, boolean ownNetworkIsDown) {
        var self = new Answered("health-aggregator", "conveyarr", at, 1, "");
        var silent = new Silent("notifier", "conveyarr", at, "notifier does not answer.");
        return new OwnRound(List.of(self, silent), NOON, ownNetworkIsDown).thatCount();
    }
}
