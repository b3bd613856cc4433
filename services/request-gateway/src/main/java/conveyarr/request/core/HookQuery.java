package conveyarr.request.core;

import java.util.Optional;
import java.util.UUID;

/** Which hooks to list; {@code result} is a word, {@code after} the receipt of the last one on the page before. */
public record HookQuery(
        Optional<String> source, Optional<String> type, Optional<String> result, Optional<UUID> after, int limit) {}
