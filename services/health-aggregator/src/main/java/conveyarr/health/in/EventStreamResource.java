package conveyarr.health.in;

import conveyarr.health.EventLog;
import conveyarr.health.EventLog.Logged;
import conveyarr.health.LogQuery;
import conveyarr.health.Timelines;
import conveyarr.health.view.Board;
import conveyarr.health.view.EntryView.Names;
import conveyarr.health.view.LogView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The log as it grows, for programs. Each message has the number of its event as id, so who connects again with {@code Last-Event-ID} misses
 * nothing that is still in the log; who brings none begins with what happens next.
 */
@Path("/api/v1/events/stream")
class EventStreamResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final EventLog log;
    private final Timelines timelines;
    private final Board board;
    private final StreamMeters meters;

    EventStreamResource(EventLog log, Timelines timelines, Board board, StreamMeters meters) {
        this.log = log;
        this.timelines = timelines;
        this.board = board;
        this.meters = meters;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-cache")
    public Multi<OutboundSseEvent> follow(
            @BeanParam EventResource.Wanted wanted,
            @RestQuery String after,
            @RestHeader("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        LogQuery query = wanted.query();
        String from = lastEventId == null || lastEventId.isBlank() ? after : lastEventId;
        Uni<Long> begin = from == null ? log.head() : Uni.createFrom().item(Asked.after(from));
        UnaryOperator<Multi<Boolean>> here = onThisContext();
        var events = Away.answered(begin)
                .onItem()
                .transformToMulti(seq -> log.follow(query, seq, here))
                .onItem()
                .transformToUniAndConcatenate(this::named)
                .map(view -> message(sse, view));
        return meters.counted(Multi.createBy().merging().streams(events, beats(sse)));
    }

    private Uni<LogView> named(Logged logged) {
        return timelines
                .names(LogView.people(List.of(logged)))
                .map(names -> LogView.of(logged, new Names(names, board::kindOf)));
    }

    private static OutboundSseEvent message(Sse sse, LogView view) {
        return sse.newEventBuilder()
                .id(Long.toString(view.seq()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(LogView.class, view)
                .build();
    }

    /** The first comment opens the stream at once; those that follow keep proxies from closing it. */
    private static Multi<OutboundSseEvent> beats(Sse sse) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(_ -> sse.newEventBuilder().comment("here").build());
    }

    /** Hibernate Reactive works on the context of a request. */
    private static UnaryOperator<Multi<Boolean>> onThisContext() {
        var context = Vertx.currentContext();
        return signals -> signals.emitOn(work -> context.runOnContext(_ -> work.run()));
    }
}
