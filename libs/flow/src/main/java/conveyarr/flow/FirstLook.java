package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Whether an upstream that shows its present, and not its history, was ever seen in full. What the first full answer holds was there before
 * us: it is the past, and nobody is told.
 */
public final class FirstLook {
    private final Flow flow;
    private final Cursors cursors;

    public FirstLook(Flow flow) {
        this.flow = flow;
        this.cursors = new Cursors(flow.tables().schema());
    }

    public Uni<Boolean> isDue(String instance) {
        return flow.inTransaction(tx -> cursors.find(tx, instance)).map(found -> found.isEmpty());
    }

    /** To be told once all of the first answer is handled. */
    public Uni<Void> done(String instance) {
        Instant now = Instant.now();
        return flow.inTransaction(tx -> cursors.of(tx, instance, now, now)).replaceWithVoid();
    }
}
