package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where people ask for media: Seerr, Jellyseerr, Overseerr. */
public interface RequestPortal extends Upstream {
    /** So many of the newest requests are in every answer, whatever their state: one that is newer than these and not there is gone. */
    int NEWEST = 50;

    /**
     * The {@link #NEWEST} newest requests and all that are not finished, each in its present state (never trust "changed since": Seerr 3.1.0 does not
     * keep it). The approved ones that are older than the newest may be as they were some minutes ago.
     */
    Uni<List<Sighting.RequestSeen>> requests();
}
