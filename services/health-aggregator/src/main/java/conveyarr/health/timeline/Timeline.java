package conveyarr.health.timeline;

import conveyarr.events.DomainEvent;
import conveyarr.events.EventId;
import conveyarr.events.MediaId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All that happened to one title: a set of events by id, kept in the order of the story. Everything else follows from the entries, so that
 * the same events give the same timeline in whatever order and however often they come.
 */
public record Timeline(MediaId media, List<Entry> entries) {
    /** More than any title has; beyond it, a record would be too large for the topic. */
    public static final int LONGEST = 2000;

    private static final UUID REQUESTS = UUID.fromString("0e6b5f2a-6d0f-5b53-9f9a-3f1f8f0c7d11");

    public static Timeline of(MediaId media) {
        return new Timeline(media, List.of());
    }

    /** The same timeline when it has the event already. */
    public Timeline with(Entry entry) {
        var next = new ArrayList<Entry>(entries.size() + 1);
        for (Entry known : entries) {
            if (!known.id().equals(entry.id())) {
                next.add(known);
            } else if (Entry.FIRST_TOLD.compare(known, entry) <= 0) {
                return this;
            }
        }
        next.add(entry);
        next.sort(Entry.STORY);
        return new Timeline(media, List.copyOf(next));
    }

    /** The name of its page, the same whichever event came first. */
    public String requestId() {
        String digits = EventId.of(REQUESTS, media.value()).toString().replace("-", "");
        return "rq_" + digits.substring(0, 12);
    }

    public Course course() {
        return Course.of(entries);
    }

    public Facts facts() {
        return Facts.of(media, events());
    }

    /** What a search may find it by. */
    public String words() {
        return Facts.words(media, events());
    }

    /** When we last learned something, in the microseconds that the database keeps. */
    public Instant updatedAt() {
        return entries.stream()
                .map(Entry::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.MICROS);
    }

    private List<DomainEvent> events() {
        return entries.stream().map(Entry::event).toList();
    }
}
