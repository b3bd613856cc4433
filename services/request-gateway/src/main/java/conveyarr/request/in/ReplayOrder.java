package conveyarr.request.in;

import conveyarr.request.core.Stretch;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;

/**
 * What a replay of many is asked to do, as it came. {@code to} is the moment of the call when it is absent; the dry run says which one it was,
 * and the call that confirms has to name it.
 */
public record ReplayOrder(String source, String from, String to, boolean dryRun, String confirmToken) {
    static final String HINT =
            "{\"source\":\"<instance>\",\"from\":\"2026-03-01T12:00:00Z\",\"to\":\"2026-03-01T13:00:00Z\",\"dryRun\":true};"
                    + " then the same with the confirmToken in place of dryRun.";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    record Checked(Stretch stretch, boolean dryRun, String confirmToken) {}

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    static Checked check(ReplayOrder order, Set<String> instances, Instant now) {
        if (order == null || order.source() == null || order.from() == null) {
            throw new IllegalArgumentException("A replay needs source and from.");
        }
        if (!instances.contains(order.source())) {
            throw new IllegalArgumentException("There is no such instance; known are "
                    + String.join(", ", instances.stream().sorted().toList()) + ".");
        }
        Instant from = instant("from", order.from());
        Instant to = order.to() == null ? now : instant("to", order.to());
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("'from' is not before 'to'.");
        }
        return new Checked(new Stretch(order.source(), from, to), order.dryRun(), order.confirmToken());
    }

    private static Instant instant(String name, String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw new IllegalArgumentException("'" + name + "' is not between 1970 and 9999.");
            }
            return at;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + name + "' is no time such as 2026-03-01T12:00:00Z.", e);
        }
    }
}
