package conveyarr.health.timeline;

import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One event of a timeline: what happened, when and by whose word, and where on the topics it stands. */
public record Entry(DomainEvent event, Occurrence occurrence, Instant recordedAt, Optional<UUID> cause, Place place) {
    /** The order of the story: by time; what happened at the same moment in the order of a title's life. */
    static final Comparator<Entry> STORY = Comparator.comparing(Entry::at)
            .thenComparing(entry -> Rank.of(entry.event()))
            .thenComparing(Entry::id);

    /** Which of two records of one event is kept, whichever came first. */
    static final Comparator<Entry> FIRST_TOLD = STORY.thenComparing(Entry::recordedAt)
            .thenComparing(entry -> entry.place().topic())
            .thenComparing(entry -> entry.place().partition())
            .thenComparing(entry -> entry.place().offset());

    /** Where a record stands. */
    public record Place(String topic, int partition, long offset) {}

    /** With texts of a length that can be kept. */
    Entry shorter() {
        return new Entry(Shorter.of(event), occurrence, recordedAt, cause, place);
    }

    public UUID id() {
        return occurrence.id();
    }

    public Instant at() {
        return occurrence.at();
    }

    /** The event's name as the API has it, such as {@code DOWNLOAD_STALLED}. */
    public String kind() {
        return kind(event.getClass());
    }

    public static String kind(Class<? extends DomainEvent> event) {
        return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
