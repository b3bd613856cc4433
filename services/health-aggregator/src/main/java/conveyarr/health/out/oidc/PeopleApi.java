package conveyarr.health.out.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import java.util.Map;

/** Says who the holder of a token is (Core 1.0, section 5.3). Authelia 4.39 tells the groups here and not in the token. */
interface PeopleApi {
    @GET
    Uni<Map<String, Object>> who(@HeaderParam("Authorization") String token);
}
