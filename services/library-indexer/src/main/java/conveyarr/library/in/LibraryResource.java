package conveyarr.library.in;

import conveyarr.flow.http.Problem;
import conveyarr.library.LibraryCatalogue;
import conveyarr.library.core.Findings;
import conveyarr.library.core.Findings.Found;
import conveyarr.library.core.Query;
import conveyarr.library.core.Query.After;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is in the library: titles, files, where they are, and which media server would see them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class LibraryResource {
    private static final Set<String> KINDS = Set.of("movie", "series", "album", "book");
    private static final int LONGEST = 200;

    private final LibraryCatalogue catalogue;
    private final Places places;
    private final Disks disks;

    LibraryResource(LibraryCatalogue catalogue, Places places, Disks disks) {
        this.catalogue = catalogue;
        this.places = places;
        this.disks = disks;
    }

    /** {@code near} when nothing has all the words, and these are like them; {@code next} is the cursor of the next page. */
    public record Page(List<Found> titles, boolean near, Optional<String> next) {}

    @GET
    @Path("library")
    public Uni<Response> find(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("kind") Optional<String> kind,
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (kind.filter(one -> !KINDS.contains(one)).isPresent()) {
            return refuse("There is no kind \"" + kind.get() + "\".", "Known are movie, series, album and book.");
        }
        if (text.length() > LONGEST) {
            return refuse("The text to look for is too long.", "Give at most " + LONGEST + " letters.");
        }
        Optional<After> after = cursor.flatMap(LibraryCursor::read);
        if (cursor.isPresent() && after.isEmpty()) {
            return refuse("The cursor is none of ours.", "Give \"next\" of the page before, or none.");
        }
        var query = Query.of(text, kind, after, limit);
        return catalogue.find(query).map(answer -> Response.ok(
                        new Page(answer.titles(), answer.near(), next(query, answer)))
                .build());
    }

    /** What only comes near is one page. */
    private static Optional<String> next(Query query, Findings answer) {
        var all = answer.titles();
        return answer.near() || all.size() < query.limit()
                ? Optional.empty()
                : Optional.of(LibraryCursor.write(
                        new After(all.getLast().sort(), all.getLast().media())));
    }

    @GET
    @Path("library/{media}")
    public Uni<Response> one(@PathParam("media") String media) {
        return catalogue.of(media.replace("\0", "")).map(found -> found.map(
                        one -> Response.ok(one).build())
                .orElseGet(() -> Problem.answer(
                        Status.NOT_FOUND,
                        "No file of \"" + media + "\" is in the library.",
                        "GET /api/v1/library?q= finds titles; an id is like movie:tmdb:603.")));
    }

    /** Where each media server sees a folder of an *arr, and which of its libraries holds it; without {@code path} all folders. */
    @GET
    @Path("library/paths")
    public Uni<List<Places.Place>> paths(@QueryParam("path") Optional<String> path) {
        return path.map(places::of).orElseGet(places::all);
    }

    @GET
    @Path("disks")
    public Uni<List<Disks.OfInstance>> disks() {
        return disks.all();
    }

    private static Uni<Response> refuse(String detail, String hint) {
        return Uni.createFrom().item(Problem.answer(Status.BAD_REQUEST, detail, hint));
    }
}
