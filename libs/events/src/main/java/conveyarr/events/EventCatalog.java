package conveyarr.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event there is, found from the sealed families, so that no list can be forgotten. */
public final class EventCatalog {
    private static final Map<Class<?>, String> TOPIC_OF_FAMILY = Map.of(
            RequestEvent.class, Topics.REQUESTS,
            AcquisitionEvent.class, Topics.ACQUISITIONS,
            DownloadEvent.class, Topics.DOWNLOADS,
            LibraryEvent.class, Topics.LIBRARY,
            NotificationEvent.class, Topics.NOTIFICATIONS,
            HealthEvent.class, Topics.HEALTH);

    private static final Map<String, Class<? extends DomainEvent>> BY_WIRE_NAME =
            all().collect(Collectors.toUnmodifiableMap(EventCatalog::wireName, Function.identity()));

    private EventCatalog() {}

    /** All event records, in the order of the families. */
    public static Stream<Class<? extends DomainEvent>> all() {
        return families().stream().flatMap(EventCatalog::records).map(type -> type.asSubclass(DomainEvent.class));
    }

    /** A family may have families of its own. */
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalog::records)
                : Stream.of(type);
    }

    /** The families in the order of the flow. */
    public static List<Class<? extends DomainEvent>> families() {
        return Arrays.stream(DomainEvent.class.getPermittedSubclasses())
                .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
                .toList();
    }

    public static String wireName(Class<?> event) {
        return event.getAnnotation(Named.class).value();
    }

    /** The record for a wire name; empty for a name that this version does not know. */
    public static Optional<Class<? extends DomainEvent>> byWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    public static String topicOf(DomainEvent event) {
        return topicOf(event.getClass());
    }

    public static String topicOf(Class<?> event) {
        return families().stream()
                .filter(family -> family.isAssignableFrom(event))
                .findFirst()
                .map(EventCatalog::topicOfFamily)
                .orElseThrow();
    }

    public static String topicOfFamily(Class<?> family) {
        return TOPIC_OF_FAMILY.get(family);
    }
}
