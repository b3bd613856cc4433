package conveyarr.library;

import static conveyarr.library.LibraryItemLifeTest.*;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.DomainEvent;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Hook and history bring imports in any order and twice, while looks at the server go on. */
class AnyOrderTest {
    private static final List<Signal> SEEN = List.of(
            imported(0, 7, false),
            byHistory(1, 7),
            imported(60, 8, true),
            imported(60, 8, true),
            imported(90, 9, true),
            missing(91, "jellyfin"));

    @Test
    void the_newest_import_is_waited_for_and_each_is_told_once() {
        for (int seed = 0; seed < 2000; seed++) {
            var story = withLife(SEEN, seed);
            assertThat(story.state()).isInstanceOfSatisfying(Waiting.class, w -> assertThat(
                            w.imported().id())
                    .isEqualTo(imported(90, 9, true).occurrence().id()));
            assertThat(story.told()).containsExactlyInAnyOrder(told(7, false), told(8, true), told(9, true));
        }
    }

    @Test
    void and_it_becomes_available_once_with_the_same_id() {
        var expected = ids(withLife(SEEN, 0).given(listed(100, "jellyfin")));
        for (int seed = 1; seed < 2000; seed++) {
            var life = new ArrayList<>(SEEN);
            life.add(listed(95, "jellyfin"));
            var story = withLife(life, seed).given(listed(100, "jellyfin"));
            assertThat(ids(story)).isEqualTo(expected);
        }
    }

    @Test
    void without_a_server_too() {
        var imports = SEEN.subList(0, 5);
        var expected = ids(Story.withServers().given(imports.toArray(Signal[]::new)));
        assertThat(expected).hasSize(4);
        for (int seed = 0; seed < 500; seed++) {
            var shuffled = new ArrayList<>(imports);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(ids(Story.withServers().given(shuffled.toArray(Signal[]::new))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_comes_after_that_becomes_available_once_more_with_the_same_id() {
        var later = List.<Signal>of(
                imported(120, 10, false), byHistory(121, 10), imported(180, 11, true), in4k(150, 10), in4k(150, 10));
        var expected = ids(again(later).given(listed(200, "jellyfin")));
        assertThat(expected).hasSize(8);
        for (int seed = 0; seed < 2000; seed++) {
            var shuffled = new ArrayList<>(later);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(ids(again(shuffled).given(listed(200, "jellyfin")))).isEqualTo(expected);
        }
    }

    private static Story again(List<Signal> later) {
        return Story.withServers("jellyfin")
                .given(SEEN.toArray(Signal[]::new))
                .given(listed(100, "jellyfin"))
                .given(later.toArray(Signal[]::new));
    }

    private static Story withLife(List<Signal> life, int seed) {
        var shuffled = new ArrayList<>(life);
        Collections.shuffle(shuffled, new Random(seed));
        return Story.withServers("jellyfin").given(shuffled.toArray(Signal[]::new));
    }

    private static Map<UUID, DomainEvent> ids(Story story) {
        return story.toldById().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().event()));
    }
}
