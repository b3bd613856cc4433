package conveyarr.testkit.docs;

import conveyarr.events.DomainEvent;
import conveyarr.events.EventCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/events.md: every event with its topic and its approved sample. */
public final class EventsDoc {
    private EventsDoc() {}

    /** {@code samples} is the folder of the approved samples, one file per wire name. */
    public static String text(Path samples) {
        var text = new StringBuilder("""
                # The events

                Made from `libs/events`; `make docs` writes it again, and a test fails when it is stale. Every record is a CloudEvent in Kafka's
                binary mode: the headers `ce_id`, `ce_type`, `ce_source`, `ce_time`, `ce_subject`, `ce_recordedat`, `ce_via`
                (hook, poll, history or self) and `causationid`; the value is plain JSON. The key is the subject. Fields are only ever added,
                and only optional ones. The same happening has the same `ce_id`, however often and by whichever way it was seen.
                `ce_past` is `true` on what had happened before we first looked at its source, and absent on news.
                """);
        EventCatalog.families().forEach(family -> {
            text.append("\n## `%s`\n".formatted(EventCatalog.topicOfFamily(family)));
            EventCatalog.all().filter(family::isAssignableFrom).forEach(event -> text.append(section(event, samples)));
        });
        return text.toString();
    }

    private static String section(Class<? extends DomainEvent> event, Path samples) {
        String name = EventCatalog.wireName(event);
        try {
            return "\n### `%s`\n```json\n%s```\n".formatted(name, Files.readString(samples.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException("the event " + name + " has no sample", e);
        }
    }
}
