package conveyarr.notification.core;

import conveyarr.events.DomainEvent;
import conveyarr.events.EventCatalog;
import conveyarr.events.LibraryEvent.SeasonCompleted;
import conveyarr.events.Occurrence;
import conveyarr.events.Subject;
import conveyarr.flow.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that people may be told of. {@code type} is its name on the wire, {@code at} when it happened, {@code name} what its subject is
 * called, {@code facts} its fields as on the wire: what a template can say.
 */
public record News(
        UUID event, Subject about, String type, Instant at, String name, Concern concern, Map<String, Object> facts) {

    private static final String SEASON = EventCatalog.wireName(SeasonCompleted.class);

    /** Empty for what the notifier itself tells. The name is the bare id as yet. */
    public static Optional<News> of(DomainEvent event, Occurrence occurrence) {
        return Concerns.of(event)
                .map(concern -> new News(
                        occurrence.id(),
                        event.about(),
                        event.wireName(),
                        occurrence.at(),
                        Wording.name(event.about(), Optional.empty()),
                        concern,
                        facts(event)));
    }

    public News named(String called) {
        return new News(event, about, type, at, called, concern, facts);
    }

    public boolean needsYou() {
        return concern.weight() == Weight.NEEDS_YOU;
    }

    /** A whole season is there. */
    public boolean isSeason() {
        return type.equals(SEASON);
    }

    /** Ends a trouble that lasted this long. */
    public News after(Duration lasted) {
        var more = new HashMap<>(facts);
        more.put("lasted", lasted.toString());
        return new News(event, about, type, at, name, concern, more);
    }

    /** A field that the event does not have at this time is there, and is null: a template may ask for it. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(DomainEvent event) {
        Map<String, Object> facts = (Map<String, Object>) plain(Json.read(Json.write(event), HashMap.class));
        Arrays.stream(event.getClass().getRecordComponents())
                .forEach(field -> facts.putIfAbsent(field.getName(), null));
        return facts;
    }

    /** The same without characters that no text has: what others wrote is kept for a long time and goes far. */
    private static Object plain(Object value) {
        return switch (value) {
            case String text -> Plain.text(text);
            case List<?> items -> items.stream().map(News::plain).toList();
            case Map<?, ?> fields -> {
                var all = new HashMap<Object, Object>();
                fields.forEach((name, field) -> all.put(name, plain(field)));
                yield all;
            }
            case null -> null;
            case Object number -> number;
        };
    }
}
