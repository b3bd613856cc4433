package conveyarr.health.view;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Mood;
import conveyarr.health.timeline.Story;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.wire.TimelineJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One line of a timeline. {@code seq} counts in the order of recording, so that what comes late has a later number and an earlier place. */
public record EntryView(
        int seq,
        Instant at,
        Instant recordedAt,
        String kind,
        String text,
        String tone,
        Source source,
        String via,
        UUID eventId,
        UUID causeEventId,
        String topic,
        int partition,
        long offset,
        JsonNode data) {

    /** Whose word it is; {@code kind} is null for an instance that the config does not name. */
    public record Source(String kind, String instance) {}

    /** How references become names: of people, and from an instance to its kind. */
    public record Names(UnaryOperator<String> people, Function<String, String> kinds) {}

    public static List<EntryView> all(Timeline timeline, Names names) {
        var numbers = timeline.numbers();
        return timeline.entries().stream()
                .map(entry -> of(numbers.get(entry.id()), entry, names))
                .toList();
    }

    private static EntryView of(int seq, Entry entry, Names names) {
        String instance = entry.occurrence().source();
        return new EntryView(
                seq,
                entry.at(),
                entry.recordedAt(),
                entry.kind(),
                Story.text(entry.event(), names.people()),
                Mood.of(entry.event()).word(),
                new Source(names.kinds().apply(instance), instance),
                entry.occurrence().via().word(),
                entry.id(),
                entry.cause().orElse(null),
                entry.place().topic(),
                entry.place().partition(),
                entry.place().offset(),
                TimelineJson.data(entry.event()));
    }
}
