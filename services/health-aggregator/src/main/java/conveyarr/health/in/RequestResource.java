package conveyarr.health.in;

import conveyarr.flow.http.Problem;
import conveyarr.health.Query;
import conveyarr.health.Query.Filter;
import conveyarr.health.Query.Position;
import conveyarr.health.Timelines;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.Board;
import conveyarr.health.view.EntryView;
import conveyarr.health.view.EntryView.Names;
import conveyarr.health.view.Items;
import conveyarr.health.view.Page;
import conveyarr.health.view.RequestDetail;
import conveyarr.health.view.RequestView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;

/** Requests for programs: the list, one with its stages, its timeline. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
class RequestResource {
    private final Timelines timelines;
    private final Board board;

    RequestResource(Timelines timelines, Board board) {
        this.timelines = timelines;
        this.board = board;
    }

    /** What a list is asked for. */
    static class Wanted {
        @RestQuery
        String stage;

        @RestQuery
        @DefaultValue("")
        String q;

        @RestQuery
        String user;

        @RestQuery
        String kind;

        @RestQuery
        String cursor;

        @RestQuery
        @DefaultValue("50")
        String limit;
    }

    @GET
    public Uni<Page<RequestView>> list(@BeanParam Wanted wanted) {
        int limit = Asked.limit(wanted.limit);
        var stages = Asked.stages(wanted.stage);
        var kinds = Asked.kinds(wanted.kind);
        Optional<Position> after = Asked.cursor(wanted.cursor);
        return Away.answered(people(wanted.user)
                .map(people -> new Query(new Filter(stages, wanted.q, people, kinds), after, limit + 1))
                .chain(timelines::find)
                .chain(found -> page(found, limit)));
    }

    @GET
    @Path("/{id}")
    public Uni<RequestDetail> one(@PathParam("id") String id) {
        return Away.answered(need(id).chain(timeline -> timelines
                .namesIn(List.of(timeline.head()))
                .map(names -> RequestDetail.of(timeline, names, Instant.now()))));
    }

    @GET
    @Path("/{id}/timeline")
    public Uni<Items<EntryView>> timeline(
            @PathParam("id") String id, @QueryParam("after") @DefaultValue("0") String after) {
        long last = Asked.after(after);
        return Away.answered(need(id).chain(timeline -> timelines
                .namesIn(List.of(timeline.head()))
                .map(names -> EntryView.all(timeline, new Names(names, board::kindOf)))
                .map(entries -> new Items<>(
                        entries.stream().filter(entry -> entry.seq() > last).toList()))));
    }

    private Uni<Set<String>> people(String user) {
        return user == null || user.isBlank() ? Uni.createFrom().item(Set.of()) : timelines.referencesOf(user.strip());
    }

    private Uni<Page<RequestView>> page(List<Head> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(position(shown.getLast())) : null;
        return timelines
                .namesIn(shown)
                .map(names -> new Page<>(
                        shown.stream().map(head -> RequestView.of(head, names)).toList(), next));
    }

    private static Position position(Head head) {
        return new Position(head.updatedAt(), head.id());
    }

    private Uni<Timeline> need(String id) {
        return timelines
                .find(id)
                .map(found -> found.orElseThrow(() -> new WebApplicationException(Problem.answer(
                        Response.Status.NOT_FOUND,
                        "There is no request '" + id + "'.",
                        "GET /api/v1/requests lists all; its ids begin with rq_."))));
    }
}
