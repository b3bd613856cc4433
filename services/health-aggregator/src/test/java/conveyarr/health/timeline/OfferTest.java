package conveyarr.health.timeline;

import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.SHOW;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static conveyarr.health.timeline.Telling.available;
import static conveyarr.health.timeline.Telling.file;
import static conveyarr.health.timeline.Telling.lacking;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.LibraryEvent.SeriesCaughtUp;
import conveyarr.health.Told;
import conveyarr.health.in.web.Offer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person may have done for a request depends on where it is. */
class OfferTest {
    private static final List<Told> LIFE = Told.life(MATRIX, "The Matrix");

    @Test
    void each_stage_offers_what_makes_sense_there() {
        assertThat(after(1)).containsExactly("approve", "decline", "withdraw");
        assertThat(after(2)).containsExactly("retry", "withdraw");
        assertThat(after(3)).containsExactly("retry-search", "withdraw");
        assertThat(after(4)).containsExactly("retry-other-release", "withdraw");
        assertThat(after(5)).containsExactly("force-import", "retry-other-release", "withdraw");
        assertThat(after(7)).isEmpty();
    }

    @Test
    void what_lacks_of_a_series_can_be_searched_for_again() {
        var part = List.of(
                at(0, new AcquisitionStarted(SHOW, "sonarr", "Show", Optional.empty())),
                at(1, file(1, false)),
                at(2, available(1)));
        assertThat(words(Telling.of(part))).isEmpty();
        assertThat(words(Telling.of(and(part, at(3, lacking("sonarr", 2)))))).containsExactly("retry-search");
        var whole = and(part, at(3, new SeriesCaughtUp(SHOW, 1)), at(9, lacking("sonarr", 2)));
        assertThat(words(Telling.of(whole))).containsExactly("retry-search");
    }

    @Test
    void without_an_arr_program_nothing_is_asked_of_one() {
        assertThat(words(Telling.of(LIFE.get(4)))).doesNotContain("force-import", "retry-other-release");
    }

    private static List<String> after(int events) {
        return words(Telling.of(LIFE.subList(0, events)));
    }

    private static List<String> words(Timeline timeline) {
        return Offer.of(timeline).stream().map(Offer::word).toList();
    }
}
