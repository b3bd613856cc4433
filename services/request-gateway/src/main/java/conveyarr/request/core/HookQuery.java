package conveyarr.request.core;

import java.util.Optional;
import java.util.UUID;

/** Which hooks to list; {@code result} is a word, {@code text} is looked for in the body, {@code after} is the receipt of the last one on the page before. */
public record HookQuery(
        Optional<String> source,
        Optional<String> type,
        Optional<String> result,
        Optional<String> text,
        Optional<UUID> after,
        int limit) {

    public HookQuery limit(int other) {
        return new HookQuery(source, type, result, text, after, other);
    }
}
