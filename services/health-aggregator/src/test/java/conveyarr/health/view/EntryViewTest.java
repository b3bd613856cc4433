package conveyarr.health.view;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.health.Told;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.EntryView.Names;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryViewTest {
    private static final MediaId MATRIX = MediaId.movie(603);
    private final List<Told> life = Told.life(MATRIX, "The Matrix");

    @Test
    void what_is_learned_late_has_a_later_number_though_it_stands_earlier() {
        var before = Timeline.of(MATRIX).with(entry(0)).with(entry(5)).with(entry(6));
        assertThat(EntryView.all(before, names())).extracting(EntryView::seq).containsExactly(1, 2, 3);
        var late = Told.minute(90);
        var after = before.with(entry(3, late)).with(entry(4, late.plusSeconds(1)));
        var views = EntryView.all(after, names());
        assertThat(views).extracting(EntryView::seq).containsExactly(1, 4, 5, 2, 3);
        assertThat(views).extracting(EntryView::at).isSorted();
    }

    private Entry entry(int index) {
        return entry(index, Told.minute(10 + index));
    }

    private Entry entry(int index, Instant recordedAt) {
        Told told = life.get(index);
        var place = new Entry.Place("topic", 3, index);
        return new Entry(told.event(), told.occurrence(), recordedAt, Optional.empty(), place);
    }

    private static Names names() {
        return new Names(_ -> "ana", _ -> null);
    }
}
