package conveyarr.health.timeline;

import conveyarr.events.DomainEvent;
import conveyarr.events.MediaId;
import conveyarr.events.TimelineId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that happened to one title: a set of events by id, kept in the order of the story. Everything else follows from the entries, so that
 * the same events give the same timeline in whatever order and however often they come. {@code dropped} are those that a timeline too long
 * had to leave out.
 */
public record Timeline(MediaId media, List<Entry> entries, int dropped) {
    /** Beyond it, a record would become too large for the topic. */
    public static final int LONGEST = 2000;

    public static Timeline of(MediaId media) {
        return new Timeline(media, List.of(), 0);
    }

    /** The same timeline when it has the event already, and when it is full and the event matters less than all others. */
    public Timeline with(Entry told) {
        Entry entry = told.shorter();
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
        var all = new Timeline(media, List.copyOf(next), dropped);
        return next.size() <= LONGEST ? all : full(all, entry);
    }

    /** Without the entry that matters least. */
    public Timeline shorter() {
        return without(entries.stream().min(Weight.DISPENSABLE_FIRST).orElseThrow());
    }

    /** By its event's id: the number of an entry in the order of recording, which one that stands earlier in the story does not shift. */
    public Map<UUID, Integer> numbers() {
        var recorded = entries.stream()
                .sorted(Comparator.comparing(Entry::recordedAt).thenComparing(Entry::id))
                .toList();
        var numbers = new HashMap<UUID, Integer>();
        recorded.forEach(entry -> numbers.put(entry.id(), dropped + numbers.size() + 1));
        return numbers;
    }

    private Timeline full(Timeline all, Entry newest) {
        Timeline kept = all.shorter();
        return kept.entries().contains(newest) ? kept : this;
    }

    private Timeline without(Entry least) {
        var kept = entries.stream().filter(entry -> entry != least).toList();
        return new Timeline(media, kept, dropped + 1);
    }

    /** The name of its page, the same whichever event came first. */
    public String requestId() {
        return TimelineId.of(media).value();
    }

    public Head head() {
        return new Head(requestId(), media, facts(), course(), updatedAt());
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
