package conveyarr.simulator.qbittorrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderTest {
    @Test
    void first_everything_then_only_what_changed_then_nothing() {
        Reader reader = Reader.of(Profile.V4_5);
        assertThat(reader.answer(0, world("metaDL", 0)).path("full_update").asBoolean())
                .isTrue();
        assertThat(reader.answer(1, world("downloading", 0)).toString())
                .isEqualTo("{\"torrents\":{\"h\":{\"state\":\"downloading\"}},\"rid\":2}");
        assertThat(reader.answer(2, world("downloading", 0)).toString()).isEqualTo("{\"rid\":3}");
        ObjectNode empty = world("x", 0);
        empty.set("torrents", Json.of());
        assertThat(reader.answer(3, empty).toString()).isEqualTo("{\"torrents_removed\":[\"h\"],\"rid\":4}");
        assertThat(reader.answer(99, empty).path("full_update").asBoolean()).isTrue();
    }

    @Test
    void up_to_4_5_a_lost_answer_loses_nothing() {
        Reader reader = Reader.of(Profile.V4_5);
        reader.answer(0, world("metaDL", 0));
        reader.answer(1, world("downloading", 0)); // lost on the way
        assertThat(reader.answer(1, world("downloading", 5))
                        .path("torrents")
                        .path("h")
                        .toString())
                .isEqualTo("{\"state\":\"downloading\",\"done\":5}");
    }

    @Test
    void from_5_1_on_the_newest_difference_overwrites_the_lost_one() {
        Reader reader = Reader.of(Profile.V5_1);
        assertThat(reader.answer(0, world("metaDL", 0)).has("categories")).isFalse();
        reader.answer(1, world("downloading", 0)); // lost on the way, and the state with it
        assertThat(reader.answer(1, world("downloading", 5))
                        .path("torrents")
                        .path("h")
                        .toString())
                .isEqualTo("{\"done\":5}");
        assertThat(reader.answer(3, world("downloading", 5)).toString()).isEqualTo("{\"rid\":4}");
    }

    private static ObjectNode world(String state, int done) {
        return Json.of(
                "categories",
                Json.of(),
                "server_state",
                Json.of("dl_info_speed", 0),
                "tags",
                List.of(),
                "torrents",
                Json.of("h", Json.of("state", state, "done", done)),
                "trackers",
                Json.of());
    }
}
