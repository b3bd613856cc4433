package conveyarr.events;

import java.util.ArrayList;
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

    /** The same in another life of the upstream's database. */
    public NaturalKey in(int otherEpoch) {
        return new NaturalKey(kind, otherEpoch, fields);
    }

    /** The {@code n}th happening of this name, for a kind whose last field counts them. */
    public NaturalKey repeated(int n) {
        var counted = new ArrayList<>(fields.subList(0, fields.size() - 1));
        counted.add(Integer.toString(n));
        return new NaturalKey(kind, epoch, List.copyOf(counted));
    }

    UUID idAt(String instance) {
        return EventId.of(instance, this);
    }
}
