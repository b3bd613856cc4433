package conveyarr.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A program of the stack whose state we know, by the name of its instance; on the wire {@code component:<name>}. */
public record ComponentId(String name) implements Subject {
    static final String PREFIX = "component:";

    public ComponentId {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a component needs a name");
        }
    }

    /** Reads {@code component:<name>}. */
    @JsonCreator
    public static ComponentId parse(String key) {
        if (!key.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a component: " + key);
        }
        return new ComponentId(key.substring(PREFIX.length()));
    }

    @JsonValue
    @Override
    public String key() {
        return PREFIX + name;
    }
}
