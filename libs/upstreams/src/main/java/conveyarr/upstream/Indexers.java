package conveyarr.upstream;

import conveyarr.upstream.ArrPresent.Complaint;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A program that asks the indexers for the *arr programs. */
public interface Indexers extends Upstream {
    /** What it says of its own health, and of its indexers. */
    Uni<List<Complaint>> complaints();
}
