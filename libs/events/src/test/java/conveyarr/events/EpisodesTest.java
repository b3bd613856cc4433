package conveyarr.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import conveyarr.events.Episodes.Number;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpisodesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Episodes SOME =
            new Episodes(List.of(new Number(2, 1), new Number(1, 112), new Number(0, 3), new Number(2, 1)));

    @Test
    void each_is_there_once_in_its_order_and_comes_back_from_the_wire() throws JsonProcessingException {
        String written = JSON.writeValueAsString(SOME);
        assertThat(written).isEqualTo("[\"S00E03\",\"S01E112\",\"S02E01\"]");
        assertThat(JSON.readValue(written, Episodes.class)).isEqualTo(SOME);
        assertThat(SOME.seasons()).containsExactly(0, 1, 2);
    }

    @Test
    void none_are_no_part_of_a_series() {
        assertThat(Episodes.of(List.of())).isEmpty();
        assertThat(Episodes.both(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(Episodes.both(Optional.of(SOME), Episodes.of(List.of(new Number(1, 1))))
                        .orElseThrow()
                        .codes())
                .containsExactly("S00E03", "S01E01", "S01E112", "S02E01");
    }
}
