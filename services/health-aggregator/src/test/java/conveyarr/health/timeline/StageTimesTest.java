package conveyarr.health.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.health.Told;
import conveyarr.health.timeline.StageTimes.OfStage;
import conveyarr.health.timeline.StageTimes.Took;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageTimesTest {
    @Test
    void a_stage_is_measured_once_when_it_is_left() {
        var life = Told.life(MediaId.movie(603), "The Matrix");
        Head three = told(life.subList(0, 3)).head();
        Head four = told(life.subList(0, 4)).head();
        assertThat(StageTimes.passed(three, four))
                .containsExactly(new StageTimes.Passed(Stage.SEARCHING, Duration.ofMinutes(1)));
        assertThat(StageTimes.passed(four, four)).isEmpty();
        assertThat(StageTimes.arrived(three, four)).isEmpty();
        assertThat(StageTimes.arrived(four, told(life).head())).contains(Duration.ofMinutes(6));
        assertThat(StageTimes.arrived(told(life).head(), told(life).head())).isEmpty();
    }

    private static Timeline told(List<Told> events) {
        return Telling.of(events);
    }

    @Test
    void a_stage_of_which_nothing_is_known_took_no_time_and_the_last_takes_none() {
        var known = new Took(3, Optional.of(Duration.ofMinutes(2)), Optional.of(Duration.ofMinutes(10)));
        var times = StageTimes.of(Map.of(Stage.SEARCHING, known), Took.NONE);
        assertThat(times.stages())
                .extracting(OfStage::stage)
                .containsExactly(
                        Stage.REQUESTED,
                        Stage.APPROVED,
                        Stage.SEARCHING,
                        Stage.DOWNLOADING,
                        Stage.IMPORTING,
                        Stage.INDEXING);
        assertThat(times.stages())
                .filteredOn(one -> one.took() != Took.NONE)
                .containsExactly(new OfStage(Stage.SEARCHING, known));
    }
}
