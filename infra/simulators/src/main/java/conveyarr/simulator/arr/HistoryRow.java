package conveyarr.simulator.arr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One row of the history, of one movie or one episode; {@code data} holds strings only. */
final class HistoryRow {
    int id;
    int titleId;
    int pieceId;
    String sourceTitle;
    String downloadId;
    String eventType;
    Instant date;
    ObjectNode data;
}
