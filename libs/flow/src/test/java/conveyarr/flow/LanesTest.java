package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An item is written as its lanes and a number: {@code ab1} is in lanes a and b. */
class LanesTest {
    private final Map<String, UniEmitter<? super Void>> begun = new LinkedHashMap<>();
    private final List<String> done = new ArrayList<>();

    @Test
    void one_lane_is_one_after_the_other_and_others_do_not_wait_for_it() {
        var all = work("a1", "a2", "b1", "c1");
        assertThat(begun.keySet()).containsExactly("a1", "b1", "c1");
        finish("b1");
        finish("a1");
        assertThat(begun.keySet()).containsExactly("c1", "a2");
        finish("c1");
        assertThat(all).isNotDone();
        finish("a2");
        assertThat(all).isCompleted();
    }

    @Test
    void what_is_in_several_lanes_waits_for_all_of_them_and_holds_all_back() {
        work("a1", "b1", "ab2", "a3", "b3");
        finish("a1");
        assertThat(begun.keySet()).containsExactly("b1");
        finish("b1");
        assertThat(begun.keySet()).containsExactly("ab2");
        finish("ab2");
        assertThat(begun.keySet()).containsExactly("a3", "b3");
    }

    @Test
    void what_is_in_no_lane_waits_for_nobody() {
        work("a1", "1", "2");
        assertThat(begun.keySet()).containsExactly("a1", "1", "2");
        assertThat(work()).isCompleted();
    }

    @Test
    void so_many_are_done_at_a_time() {
        work("a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1");
        assertThat(begun).hasSize(6);
        finish("c1");
        assertThat(begun.keySet()).contains("g1").doesNotContain("h1");
    }

    @Test
    void what_waits_for_its_turn_takes_no_place_from_others() {
        work("a1", "a2", "a3", "a4", "a5", "a6", "a7", "b1", "c1");
        assertThat(begun.keySet()).containsExactly("a1", "b1", "c1");
    }

    @Test
    void each_lane_keeps_its_order_whoever_is_slow() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var items = IntStream.range(10, 60)
                    .mapToObj(number -> "abcd".substring(random.nextInt(4)) + (char) ('e' + random.nextInt(5)) + number)
                    .toList();
            done.clear();
            var all = work(items.toArray(String[]::new));
            while (!begun.isEmpty()) {
                var open = List.copyOf(begun.keySet());
                finish(open.get(random.nextInt(open.size())));
            }
            assertThat(all).isCompleted();
            for (String lane : "abcdefghi".split("")) {
                assertThat(done.stream().filter(item -> item.contains(lane)))
                        .containsExactlyElementsOf(items.stream()
                                .filter(item -> item.contains(lane))
                                .toList());
            }
        }
    }

    @Test
    void a_failure_ends_it() {
        var all = work("a1", "b1");
        begun.get("a1").fail(new IllegalStateException("away"));
        assertThatThrownBy(all::join).hasRootCauseMessage("away");
    }

    private CompletableFuture<Void> work(String... items) {
        return Lanes.each(List.of(items), LanesTest::lanes, this::begin).subscribeAsCompletionStage();
    }

    private static Set<String> lanes(String item) {
        return item.chars()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.toSet());
    }

    private Uni<Void> begin(String item) {
        return Uni.createFrom().emitter(emitter -> begun.put(item, emitter));
    }

    private void finish(String item) {
        done.add(item);
        begun.remove(item).complete(null);
    }
}
