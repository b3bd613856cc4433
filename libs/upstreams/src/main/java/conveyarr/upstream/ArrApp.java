package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An *arr program: it chooses releases and imports what was downloaded. */
public interface ArrApp extends Upstream {
    /** What its history has since then, oldest first, the given instant included. */
    Uni<List<Sighting>> history(Instant since);

    /** When the oldest row of its history happened; empty when it has none. */
    Uni<Optional<Instant>> oldestInHistory();

    /** What waits in its queue for a person. */
    Uni<List<Sighting>> refusedImports();
}
