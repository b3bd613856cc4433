package conveyarr.request;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Tells what we did ourselves. */
@Singleton
public class Telling {
    private final RequestFlow flow;

    Telling(RequestFlow flow) {
        this.flow = flow;
    }

    /** The same {@code key} is the same deed, which is told once. */
    public Uni<Void> tell(RequestEvent event, NaturalKey key) {
        var occurrence = Occurrence.at(Instant.now(), Via.SELF, event.request().instance(), key);
        return flow.inTransaction(
                tx -> flow.tables().write(tx, occurrence.id(), List.of(Effect.publish(event, occurrence))));
    }
}
