package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent.CauseFound;
import conveyarr.events.DomainEvent;
import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.FileImported;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.health.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Builds timelines for stories. */
final class Telling {
    static final MediaId MATRIX = MediaId.movie(603);
    static final MediaId SHOW = MediaId.series(81189);

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

    /** Of the first season. */
    static Episodes numbers(int... episodes) {
        return new Episodes(IntStream.of(episodes)
                .mapToObj(episode -> new Episodes.Number(1, episode))
                .toList());
    }

    static FileImported file(int episode, boolean upgrade) {
        String path = "/tv/" + episode + ".mkv";
        return new FileImported(
                SHOW,
                "sonarr",
                episode,
                path,
                1,
                Optional.empty(),
                Optional.empty(),
                upgrade,
                Optional.of(numbers(episode)));
    }

    static MediaBecameAvailable available(int... episodes) {
        return new MediaBecameAvailable(
                SHOW, Optional.of("jellyfin"), Optional.of("1"), Optional.of(numbers(episodes)));
    }

    static CauseFound lacking(String instance, int... episodes) {
        String words = "missing: " + numbers(episodes).codes();
        return new CauseFound(SHOW, instance, Cause.INCOMPLETE, words, instance, true, Told.NOON, "", "");
    }
}
