package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What one program of the family looks for, and how a complete download gets into its library. */
public interface Trade<S extends ArrState> {
    /** The pieces that a command wants searched for. */
    Collection<Integer> wanted(S state, String command, JsonNode body);

    /** What is grabbed for the pieces that are asked for; for some there may be nothing. */
    List<Tracked> picks(S state, Set<Integer> asked);

    /** The {@code data} of the history row of a grab. */
    ObjectNode grabbed(S state, Tracked pick, int piece);

    /** The body of a Grab. */
    ObjectNode grab(S state, Tracked pick);

    /** Whether what was downloaded still has a title here. */
    boolean knows(S state, Tracked download);

    /** Whether its import needs a human. */
    boolean isBlocked(S state, Tracked download);

    /** The body of a ManualInteractionRequired. */
    ObjectNode blocked(S state, Tracked download);

    /** The human has solved it, by a file of a ManualImport. */
    void unblock(S state, JsonNode file);

    /** What would be imported of it by hand. */
    List<ObjectNode> proposals(S state, Tracked download);

    /** Puts the files of a complete download into the library, and tells. */
    void take(Tracked download, String contentPath);
}
