package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an upstream that shows its present was last seen in full, so that what came since then is news. */
public final class LastLook {
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Flow flow;
    private final Cursors cursors;
    private final String what;

    /** {@code what} names the look within its service, such as {@code listed}. */
    public LastLook(Flow flow, String what) {
        this.flow = flow;
        this.cursors = new Cursors(flow.tables().schema());
        this.what = what;
    }

    /**
     * A little before the last look, since no two clocks agree; {@code now} when this is the first, and never before that: what was there before
     * us is no news.
     */
    public Uni<Instant> before(String instance, Instant now) {
        return flow.inTransaction(tx -> cursors.of(tx, name(instance), now, now))
                .map(LastLook::before);
    }

    private static Instant before(Cursors.Cursor cursor) {
        Instant last = cursor.reached().minus(OVERLAP);
        return last.isBefore(cursor.beganAt()) ? cursor.beganAt() : last;
    }

    /** To be told once all of the answer is handled; {@code at} is when the look began. */
    public Uni<Void> done(String instance, Instant at, Turn turn) {
        return flow.inTransaction(
                tx -> turn.confirm(tx).chain(() -> cursors.move(tx, name(instance), at, Optional.empty())));
    }

    private String name(String instance) {
        return instance + " " + what;
    }
}
