package conveyarr.request;

import conveyarr.events.RequestId;
import conveyarr.events.TimelineId;
import conveyarr.flow.state.Handler;
import conveyarr.request.core.Course;
import conveyarr.request.core.Request;
import conveyarr.request.core.Request.Step;
import conveyarr.request.core.Signal;
import conveyarr.request.out.RequestRow;
import conveyarr.request.out.RequestRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests: one input, one transaction. */
@Singleton
public class Requests {
    private final Course course;
    private final RequestRows rows;
    private final Handler<Request, RequestRow> handler;

    Requests(RequestFlow flow, RequestRows rows, ApprovalConfig config) {
        this.course = new Course(config.enabled());
        this.rows = rows;
        this.handler = flow.handler(RequestRows.AGGREGATE);
    }

    /** A state in which a Seerr showed a request. What was shown before changes nothing, and the same word once more may be another fact. */
    public Uni<Void> seen(Signal.Seen seen) {
        return handler.observe(RequestRows.id(seen.request()), seen.occurrence(), request -> course.on(request, seen));
    }

    public Uni<Void> gone(Signal.Gone gone) {
        return handler.observe(RequestRows.id(gone.request()), gone.occurrence(), request -> course.on(request, gone));
    }

    public Uni<Void> late(Signal.Late late) {
        return handler.handle(RequestRows.id(late.request()), late.occurrence(), request -> course.on(request, late));
    }

    /** The requests behind a page: those for this title that somebody waits for. */
    public Uni<List<RequestId>> openOf(TimelineId timeline) {
        return rows.openWithMedia().map(open -> open.entrySet().stream()
                .filter(one -> TimelineId.of(one.getValue()).equals(timeline))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The requests of this Seerr that somebody still waits for, with its last word of each, where it said more than that it was asked for. */
    public Uni<Map<RequestId, Optional<Step>>> open(String instance) {
        return rows.open(instance);
    }

    /** The highest number of all requests of this Seerr that we have heard of; 0 when there are none. */
    public Uni<Long> highest(String instance) {
        return rows.highest(instance);
    }
}
