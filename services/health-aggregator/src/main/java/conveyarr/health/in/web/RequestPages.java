package conveyarr.health.in.web;

import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Query;
import conveyarr.health.Query.Filter;
import conveyarr.health.Timelines;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.RequestTabs.Tab;
import conveyarr.health.timeline.Head;
import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.Board;
import conveyarr.health.view.EntryView.Names;
import conveyarr.health.view.Links;
import conveyarr.health.view.ListPage;
import conveyarr.health.view.RequestPage;
import conveyarr.health.view.RequestView;
import conveyarr.health.view.Row;
import conveyarr.health.view.other.Downloads;
import conveyarr.health.view.other.Incoming;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of requests, and the page of one: the face of the product. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class RequestPages {
    private static final int ROWS = 50;

    private final Timelines timelines;
    private final Board board;
    private final Neighbours neighbours;
    private final Frames frames;

    RequestPages(Timelines timelines, Board board, Neighbours neighbours, Frames frames) {
        this.timelines = timelines;
        this.board = board;
        this.neighbours = neighbours;
        this.frames = frames;
    }

    @GET
    public Uni<Response> list(@BeanParam Chosen chosen) {
        Frame frame = frames.at("requests");
        return Guarded.page(frame, found(chosen).chain(page -> Html.ok(Pages.requests(page, frame))));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id, @RestQuery @DefaultValue("story") String view) {
        Frame frame = frames.at("requests");
        return Guarded.page(frame, timelines.find(id).chain(found -> found.map(timeline -> story(timeline, view, frame))
                .orElseGet(() -> Html.message(
                        frame, Status.NOT_FOUND, Html.Note.of(Status.NOT_FOUND, "There is no such request.")))));
    }

    private Uni<ListPage> found(Chosen chosen) {
        return people(chosen).chain(people -> {
            var filter = new Filter(chosen.stages(), chosen.text(), people, chosen.kinds());
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
        });
    }

    private Uni<Set<String>> people(Chosen chosen) {
        return chosen.user().isEmpty() ? Uni.createFrom().item(Set.of()) : timelines.referencesOf(chosen.user());
    }

    private Uni<Response> story(Timeline timeline, String view, Frame frame) {
        return timelines.namesIn(List.of(timeline.head())).chain(names -> {
            var page = RequestPage.of(timeline, new Names(names, board::kindOf), Instant.now());
            return downloads(timeline).chain(downloads -> hooks(page, view)
                    .chain(hooks -> Html.ok(Pages.request(
                            new RequestTabs(
                                    page,
                                    new Tab(view, hooks),
                                    Offer.of(timeline),
                                    downloads,
                                    Links.of(timeline, board::page)),
                            frame))));
        });
    }

    private Uni<List<Downloads.Item>> downloads(Timeline timeline) {
        return neighbours
                .get(Neighbour.DOWNLOAD, "/api/v1/downloads")
                .map(answer -> answer.as(Downloads.class).orElse(Downloads.NONE).items().stream()
                        .filter(item -> timeline.media().value().equals(item.media()))
                        .toList());
    }

    /** The hooks whose body names the title. */
    private Uni<List<Incoming.Hook>> hooks(RequestPage page, String view) {
        String title = Neighbours.part(page.row().request().title());
        return view.equals("hooks")
                ? neighbours
                        .get(Neighbour.REQUEST, "/api/v1/events/incoming?limit=50&q=" + title)
                        .map(answer ->
                                answer.as(Incoming.class).orElse(Incoming.NONE).items())
                : Uni.createFrom().item(List.of());
    }
}
