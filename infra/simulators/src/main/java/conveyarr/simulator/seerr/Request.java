package conveyarr.simulator.seerr;

import java.time.Instant;
import java.util.List;

/** One request. {@code updatedAt} is not here: 3.1 writes the time of creation and never changes it. */
final class Request {
    static final int PENDING = 1;
    static final int APPROVED = 2;
    static final int DECLINED = 3;
    static final int FAILED = 4;
    static final int COMPLETED = 5;

    int id;
    int status;
    int mediaId;
    int requestedBy;
    int modifiedBy;
    boolean is4k;
    /** Of a series, those that are asked for. */
    List<Integer> seasons = List.of();

    Instant createdAt = Instant.now();
}
