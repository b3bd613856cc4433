package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.request.People;
import conveyarr.request.core.Person;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The people behind the references in events: their names for pages that show them, and where Seerr says that they can be reached. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleResource {
    private static final String HIDDEN = "***";

    private final People people;

    PeopleResource(People people) {
        this.people = people;
    }

    record Shown(
            String ref,
            String name,
            Optional<String> instance,
            Optional<Long> account,
            Optional<String> email,
            Optional<String> discord,
            Optional<String> telegram) {
        static Shown of(Person person) {
            return new Shown(
                    person.ref(),
                    person.name(),
                    person.home().map(Person.Home::instance),
                    person.home().map(Person.Home::account),
                    person.reach().email(),
                    person.reach().discord(),
                    person.reach().telegram());
        }
    }

    record Items(List<Shown> items) {}

    /** What is known of somebody, and not what it is. */
    private static Shown hidden(Person person) {
        Shown all = Shown.of(person);
        return new Shown(
                all.ref(),
                all.name(),
                all.instance(),
                all.account(),
                all.email().map(_ -> HIDDEN),
                all.discord().map(_ -> HIDDEN),
                all.telegram().map(_ -> HIDDEN));
    }

    @GET
    public Uni<Response> names() {
        return people.names()
                .map(names -> Response.ok(names).build())
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    /** Everybody, for programs that tell people of things; no log and no topic has these addresses. */
    @GET
    @Path("/reach")
    public Uni<Response> reach() {
        return people.everybody()
                .map(all -> Response.ok(new Items(all.stream().map(Shown::of).toList()))
                        .build())
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    @GET
    @Path("/{ref}")
    public Uni<Response> one(@RestPath String ref) {
        return people.everybody()
                .map(all -> all.stream()
                        .filter(person -> person.ref().equals(ref))
                        .findFirst()
                        .map(person -> Response.ok(hidden(person)).build())
                        .orElseGet(() -> Problem.answer(
                                Response.Status.NOT_FOUND,
                                "Nobody has this reference.",
                                "GET /api/v1/people has all references.")))
                .onFailure()
                .recoverWithItem(Away::answer);
    }
}
