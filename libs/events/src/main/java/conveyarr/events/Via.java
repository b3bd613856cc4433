package conveyarr.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How we came to know: an upstream's hook, a poll of its state, its history, or our own doing. */
public enum Via {
    HOOK,
    POLL,
    HISTORY,
    SELF;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Via of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
