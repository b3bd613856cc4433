package conveyarr.health.out.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;

/** The keys that a provider signs with (RFC 7517). */
interface KeysApi {
    @GET
    Uni<JsonNode> keys();
}
