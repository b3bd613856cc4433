package conveyarr.health.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.health.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same events give the same timeline, in whatever order and however often they come. */
class OrderTest {
    private final List<Entry> life = IntStream.range(0, 7)
            .mapToObj(i -> Telling.entry(Told.life(Telling.MATRIX, "The Matrix").get(i), i))
            .toList();

    @Test
    void every_order_with_every_event_twice_gives_the_same_timeline() {
        Timeline expected = gathered(life);
        var orders = new int[1];
        permute(new ArrayList<>(life), 0, order -> {
            orders[0]++;
            var twice = new ArrayList<>(order);
            twice.addAll(order.reversed());
            assertThat(gathered(twice)).isEqualTo(expected);
        });
        assertThat(orders[0]).isEqualTo(5040);
        assertThat(expected.entries()).hasSize(7);
    }

    @Test
    void a_second_record_of_the_same_event_never_replaces_the_first() {
        Entry first = life.get(3);
        Entry again = new Entry(
                first.event(), first.occurrence(), first.recordedAt(), first.cause(), new Entry.Place("topic", 3, 99));
        assertThat(gathered(List.of(first, again))).isEqualTo(gathered(List.of(again, first)));
        assertThat(gathered(List.of(again, first)).entries()).containsExactly(first);
    }

    @Test
    void what_happened_at_the_same_moment_is_told_in_the_order_of_a_life() {
        var sameMoment = Told.life(Telling.MATRIX, "The Matrix").stream()
                .map(told -> Told.at(0, told.event(), "seerr"))
                .toList();
        var kinds = Telling.of(sameMoment.reversed()).entries().stream()
                .map(Entry::kind)
                .toList();
        assertThat(kinds)
                .containsExactly(
                        "MEDIA_REQUESTED",
                        "REQUEST_APPROVED",
                        "ACQUISITION_STARTED",
                        "RELEASE_GRABBED",
                        "DOWNLOAD_COMPLETED",
                        "FILE_IMPORTED",
                        "MEDIA_BECAME_AVAILABLE");
    }

    private static Timeline gathered(List<Entry> entries) {
        Timeline timeline = Timeline.of(Telling.MATRIX);
        for (Entry entry : entries) {
            timeline = timeline.with(entry);
        }
        return timeline;
    }

    private static <T> void permute(List<T> items, int from, Consumer<List<T>> use) {
        if (from == items.size()) {
            use.accept(items);
            return;
        }
        for (int i = from; i < items.size(); i++) {
            Collections.swap(items, from, i);
            permute(items, from + 1, use);
            Collections.swap(items, from, i);
        }
    }
}
