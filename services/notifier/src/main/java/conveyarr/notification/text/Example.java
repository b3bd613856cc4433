package conveyarr.notification.text;

import conveyarr.events.ComponentId;
import conveyarr.events.EventCatalog;
import conveyarr.notification.core.Concern;
import conveyarr.notification.core.News;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An event of a type that was never seen, with something in each of its fields: enough to find out that a template asks for another. */
public final class Example {
    private Example() {}

    public static News of(String type) {
        var subject = new ComponentId("example");
        var facts = EventCatalog.byWireName(type).map(Example::fields).orElse(Map.of());
        return new News(new UUID(0, 0), subject, type, Instant.EPOCH, subject.name(), Concern.STEP, facts);
    }

    private static Map<String, Object> fields(Class<?> type) {
        var fields = new HashMap<String, Object>();
        Arrays.stream(type.getRecordComponents()).forEach(field -> fields.put(field.getName(), value(field)));
        return fields;
    }

    private static Object value(RecordComponent field) {
        Class<?> type = field.getType();
        if (type.isRecord()
                && type.getRecordComponents().length > 1) { // one of a single field is written as that field
            return fields(type);
        }
        if (List.class.isAssignableFrom(type)) {
            return List.of("1", "2");
        }
        if (type == Duration.class) {
            return "PT5M";
        }
        return type == boolean.class ? (Object) true : "1";
    }
}
