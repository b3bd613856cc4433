package conveyarr.health.timeline;

import static conveyarr.health.timeline.Telling.MATRIX;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.Told;
import conveyarr.health.in.web.Offer;
import java.util.List;
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
