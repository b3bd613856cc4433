package conveyarr.request.in;

import conveyarr.request.People;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The names behind the references in events, for pages that show them. */
@Path("/api/v1/people")
public final class PeopleResource {
    private final People people;

    PeopleResource(People people) {
        this.people = people;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> names() {
        return people.names()
                .map(names -> Response.ok(names).build())
                .onFailure()
                .recoverWithItem(Away::answer);
    }
}
