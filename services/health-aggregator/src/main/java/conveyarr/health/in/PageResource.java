package conveyarr.health.in;

import conveyarr.health.Query;
import conveyarr.health.Query.Filter;
import conveyarr.health.Timelines;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.Board;
import conveyarr.health.view.CheckLine;
import conveyarr.health.view.EntryView.Names;
import conveyarr.health.view.ListPage;
import conveyarr.health.view.RequestPage;
import conveyarr.health.view.RequestView;
import conveyarr.health.view.Row;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The pages for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PageResource {
    private static final String HERE = "./";
    private static final String ABOVE = "../";
    private static final int ROWS = 50;

    private final Timelines timelines;
    private final Board board;
    private final HealthResource health;

    PageResource(Timelines timelines, Board board, HealthResource health) {
        this.timelines = timelines;
        this.board = board;
        this.health = health;
    }

    @GET
    public Uni<Response> home(@BeanParam Chosen chosen) {
        return requests(chosen);
    }

    @GET
    @Path("/requests")
    public Uni<Response> requests(@BeanParam Chosen chosen) {
        return page(HERE, list(chosen).chain(page -> Html.answer(Status.OK, Pages.requests(page, HERE))));
    }

    @GET
    @Path("/requests/{id}")
    public Uni<Response> request(@PathParam("id") String id) {
        return page(ABOVE, timelines.find(id).chain(found -> found.map(this::story)
                .orElseGet(() -> message(Status.NOT_FOUND, "There is no such request.", ABOVE))));
    }

    @GET
    @Path("/health")
    public Uni<Response> health() {
        return page(HERE, health.look().chain(view -> {
            var lines = view.checks().stream().map(CheckLine::new).toList();
            return Html.answer(Status.OK, Pages.checks(view, lines, HERE));
        }));
    }

    private Uni<ListPage> list(Chosen chosen) {
        var filter = new Filter(chosen.stages(), chosen.text(), Set.of());
        var query = new Query(filter, chosen.after(), ROWS + 1);
        return timelines.counts().chain(counts -> timelines.find(query).chain(found -> {
            var shown = found.subList(0, Math.min(ROWS, found.size()));
            return timelines.namesIn(shown).map(names -> {
                var rows = shown.stream()
                        .map(one -> new Row(RequestView.of(one, names)))
                        .toList();
                Head last = found.size() > ROWS ? shown.getLast() : null;
                return new ListPage(counts, rows, chosen.shown(last), board.isEmpty());
            });
        }));
    }

    private Uni<Response> story(Timeline timeline) {
        return timelines.namesIn(List.of(timeline.head())).chain(names -> {
            var page = RequestPage.of(timeline, new Names(names, board::kindOf), Instant.now());
            return Html.answer(Status.OK, Pages.request(page, ABOVE));
        });
    }

    private static Uni<Response> page(String root, Uni<Response> answer) {
        return Away.answered(answer)
                .onFailure(WebApplicationException.class)
                .recoverWithUni(_ -> message(
                        Status.SERVICE_UNAVAILABLE,
                        "The database does not answer, so nothing can be shown at the moment. Nothing is lost; try again in a few seconds.",
                        root));
    }

    private static Uni<Response> message(Status status, String text, String root) {
        return Html.answer(status, Pages.message(status.getReasonPhrase(), text, root));
    }
}
