package conveyarr.health.out;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Who is behind the references to people; request-gateway alone knows. */
@Path("/api/v1/people")
interface PeopleApi {
    @GET
    Uni<Map<String, String>> people();
}
