package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Shape;
import java.util.List;

/** The words in which one program of the family differs from the others. */
public interface Dialect<S extends ArrState> {
    /** Such as {@code Radarr}. */
    String app();

    String version();

    /** What its titles are called in the API, such as {@code movie}. */
    String title();

    /** Under which it puts downloads into qBittorrent. */
    String category();

    /** What a connection can be told of. */
    List<String> flags();

    /** Whether a hook of this type has {@code applicationUrl}. */
    boolean tellsAddress(String eventType);

    /** The commands that it knows, in lower case. */
    List<String> commands();

    /** The resources that never change. */
    ObjectNode fixed();

    /** The body of a Test. */
    ObjectNode test();

    /** The number by which the API filters this kind of history row. */
    int number(String eventType);

    /** What tells the queue rows of one download apart, if there are several. */
    String mark(int piece);

    Shape historyRow();

    Shape queueRow();

    /** What the queue row of a blocked import says beside that. */
    ObjectNode blockedRow();

    /** Adds ids to a row, and what the caller wants to have included. */
    void complete(S state, Call call, int piece, ObjectNode row);
}
