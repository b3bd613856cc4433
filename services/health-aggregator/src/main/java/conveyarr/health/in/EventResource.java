package conveyarr.health.in;

import conveyarr.health.EventLog;
import conveyarr.health.EventLog.Logged;
import conveyarr.health.LogQuery;
import conveyarr.health.Timelines;
import conveyarr.health.view.Board;
import conveyarr.health.view.EntryView.Names;
import conveyarr.health.view.LogView;
import conveyarr.health.view.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The events of all topics, newest first; with {@code after} the oldest first, as a reader needs it who wants to miss nothing. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
    private final EventLog log;
    private final Timelines timelines;
    private final Board board;

    EventResource(EventLog log, Timelines timelines, Board board) {
        this.log = log;
        this.timelines = timelines;
        this.board = board;
    }

    /** What of the log is asked for. */
    public static class Wanted {
        @RestQuery
        String topic;

        @RestQuery
        String kind;

        /** What it is about: {@code movie:tmdb:603}, {@code component:gluetun}. */
        @RestQuery
        String media;

        public Wanted() {}

        /** Of one topic and of one kind, or of all where that is null. */
        public Wanted(String topic, String kind) {
            this.topic = topic;
            this.kind = kind;
        }

        LogQuery query() {
            return new LogQuery(Asked.topics(topic), Asked.events(kind), Asked.words(media));
        }
    }

    @GET
    public Uni<Page<LogView>> list(
            @BeanParam Wanted wanted,
            @RestQuery String cursor,
            @RestQuery String after,
            @RestQuery @DefaultValue("50") String limit) {
        LogQuery query = wanted.query();
        int most = Asked.limit(limit);
        boolean forwards = after != null;
        long from = forwards ? Asked.after(after) : Asked.seq(cursor);
        var found = forwards ? log.after(query, from, most + 1) : log.newest(query, from, most + 1);
        return Away.answered(found.chain(events -> page(events, most)));
    }

    private Uni<Page<LogView>> page(List<Logged> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(shown.getLast().seq()) : null;
        return timelines
                .names(LogView.people(shown))
                .map(names -> new Names(names, board::kindOf))
                .map(names -> new Page<>(
                        shown.stream().map(one -> LogView.of(one, names)).toList(), next));
    }
}
