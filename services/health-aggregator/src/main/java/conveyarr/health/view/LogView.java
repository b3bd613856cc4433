package conveyarr.health.view;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.health.EventLog.Logged;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Mood;
import conveyarr.health.timeline.Story;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.EntryView.Names;
import conveyarr.health.view.EntryView.Source;
import conveyarr.health.wire.TimelineJson;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One event of the log. {@code requestId} is null for what is about a program; {@code type} is the name on the wire. */
public record LogView(
        long seq,
        Instant at,
        Instant recordedAt,
        String kind,
        String type,
        String about,
        String requestId,
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

    public static LogView of(Logged logged, Names names) {
        Entry entry = logged.entry();
        String instance = entry.occurrence().source();
        return new LogView(
                logged.seq(),
                entry.at(),
                entry.recordedAt(),
                entry.kind(),
                entry.event().wireName(),
                entry.event().about().key(),
                requestId(entry),
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

    /** The references to people in these events. */
    public static Set<String> people(Collection<Logged> events) {
        return events.stream()
                .map(logged -> logged.entry().event())
                .filter(MediaRequested.class::isInstance)
                .map(event -> ((MediaRequested) event).requestedBy())
                .collect(Collectors.toSet());
    }

    private static String requestId(Entry entry) {
        return entry.event().about() instanceof MediaId media
                ? Timeline.of(media).requestId()
                : null;
    }
}
