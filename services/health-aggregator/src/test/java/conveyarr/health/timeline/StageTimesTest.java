package conveyarr.health.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.health.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StageTimesTest {
    @Test
    void the_median_of_a_stage_and_of_the_whole_way_is_that_of_the_titles_which_arrived() {
        var times = StageTimes.of(List.of(arrived(1, 1), arrived(2, 2), arrived(3, 10)));
        assertThat(took(times, Stage.SEARCHING).median()).contains(Duration.ofMinutes(2));
        assertThat(took(times, Stage.SEARCHING).p90()).contains(Duration.ofMinutes(10));
        assertThat(took(times, Stage.DOWNLOADING).median()).contains(Duration.ofMinutes(1));
        assertThat(times.whole().median()).contains(Duration.ofMinutes(7));
        assertThat(times.whole().count()).isEqualTo(3);
        assertThat(times.stages()).extracting(StageTimes.OfStage::stage).doesNotContain(Stage.AVAILABLE);
    }

    @Test
    void nine_of_ten_took_no_longer_than_the_ninth() {
        var times = StageTimes.of(
                IntStream.rangeClosed(1, 10).mapToObj(i -> arrived(i, i)).toList());
        assertThat(took(times, Stage.SEARCHING).p90()).contains(Duration.ofMinutes(9));
        assertThat(took(times, Stage.SEARCHING).median()).contains(Duration.ofMinutes(5));
    }

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
    void where_nothing_arrived_there_is_no_median() {
        var times = StageTimes.of(List.of());
        assertThat(times.whole().count()).isZero();
        assertThat(times.whole().median()).isEqualTo(Optional.empty());
    }

    /** Searches for {@code minutes}; every other step takes one. */
    private static Head arrived(int id, int minutes) {
        var life = Told.life(MediaId.movie(id), "Title " + id);
        Timeline timeline = Timeline.of(MediaId.movie(id));
        for (int i = 0; i < life.size(); i++) {
            int late = i < 3 ? 0 : minutes - 1;
            timeline = timeline.with(Telling.entry(Told.at(i + late, life.get(i).event(), "somewhere"), i));
        }
        return timeline.head();
    }

    private static StageTimes.Took took(StageTimes times, Stage stage) {
        return times.stages().stream()
                .filter(one -> one.stage() == stage)
                .findFirst()
                .orElseThrow()
                .took();
    }
}
