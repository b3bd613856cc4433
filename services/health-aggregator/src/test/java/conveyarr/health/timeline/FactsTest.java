package conveyarr.health.timeline;

import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void the_name_of_the_arr_wins_over_a_stand_in_for_a_title() {
        for (String standIn : List.of(MATRIX.value(), "", " ")) {
            var facts = Telling.of(
                            at(0, asked(standIn)),
                            at(1, new AcquisitionStarted(MATRIX, "radarr", "The Matrix", Optional.of(1999))),
                            at(9, asked(standIn)))
                    .facts();
            assertThat(facts.name()).isEqualTo(new Facts.Name("The Matrix", Optional.of(1999)));
        }
    }

    @Test
    void without_any_title_the_media_id_is_the_name() {
        assertThat(Telling.of(at(0, asked(" "))).facts().name().title()).isEqualTo(MATRIX.value());
    }

    private static MediaRequested asked(String title) {
        return new MediaRequested(
                MATRIX, new RequestId("seerr", 214), title, Optional.empty(), "p_ana", false, List.of());
    }
}
