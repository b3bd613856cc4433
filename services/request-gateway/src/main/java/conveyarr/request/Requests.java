package conveyarr.request;

import conveyarr.events.RequestId;
import conveyarr.flow.state.Handler;
import conveyarr.request.core.Course;
import conveyarr.request.core.Request;
import conveyarr.request.core.Signal;
import conveyarr.request.out.RequestRow;
import conveyarr.request.out.RequestRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The requests: one input, one transaction. */
@Singleton
public class Requests {
    private final Course course = new Course();
    private final RequestRows rows;
    private final Handler<Request, RequestRow> handler;

    Requests(RequestFlow flow, RequestRows rows) {
        this.rows = rows;
        this.handler = flow.handler(RequestRows.AGGREGATE);
    }

    /** A state in which a Seerr showed a request; the second sighting of the same changes nothing. */
    public Uni<Void> seen(Signal.Seen seen) {
        return handler.handle(RequestRows.id(seen.request()), seen.occurrence(), request -> course.on(request, seen));
    }

    public Uni<Void> gone(Signal.Gone gone) {
        return handler.observe(RequestRows.id(gone.request()), gone.occurrence(), request -> course.on(request, gone));
    }

    /** The requests of this Seerr that somebody still waits for. */
    public Uni<List<RequestId>> open(String instance) {
        return rows.open(instance);
    }
}
