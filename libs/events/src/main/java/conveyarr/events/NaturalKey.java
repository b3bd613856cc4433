package conveyarr.events;

import java.util.List;
import java.util.UUID;

/**
 * What an upstream itself calls a happening, such as {@code import} of file 42. Only fields that the hook and the history both carry may be
 * part of it. {@code epoch} counts the lives of the upstream's database: after a reset its numbers start again.
 */
public record NaturalKey(String kind, int epoch, List<String> fields) {

    public static NaturalKey of(String kind, Object... fields) {
        return new NaturalKey(
                kind, 0, List.of(fields).stream().map(String::valueOf).toList());
    }

    UUID idAt(String instance) {
        return EventId.of(instance, this);
    }
}
