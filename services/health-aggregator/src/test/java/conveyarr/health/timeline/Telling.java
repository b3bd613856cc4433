package conveyarr.health.timeline;

import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.health.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds timelines for stories. */
final class Telling {
    static final MediaId MATRIX = MediaId.movie(603);

    private Telling() {}

    static Timeline of(Told... told) {
        return of(List.of(told));
    }

    static Timeline of(List<Told> told) {
        Timeline timeline = Timeline.of(MATRIX);
        for (int offset = 0; offset < told.size(); offset++) {
            timeline = timeline.with(entry(told.get(offset), offset));
        }
        return timeline;
    }

    static Entry entry(Told told, long offset) {
        var place = new Entry.Place("topic", 3, offset);
        return new Entry(told.event(), told.occurrence(), told.occurrence().at(), Optional.empty(), place);
    }

    static List<Told> and(List<Told> before, Told... more) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    static Told at(int minute, DomainEvent event) {
        return Told.at(minute, event, "somewhere");
    }
}
