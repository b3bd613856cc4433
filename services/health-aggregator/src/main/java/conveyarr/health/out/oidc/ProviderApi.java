package conveyarr.health.out.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;

/** What a provider says of itself (Discovery 1.0, section 4). */
interface ProviderApi {
    @GET
    @Path("/.well-known/openid-configuration")
    Uni<Places> places();

    /** {@code people} is missing where the signed token says everything. */
    record Places(
            String issuer,
            @JsonProperty("authorization_endpoint") URI login,
            @JsonProperty("token_endpoint") URI tokens,
            @JsonProperty("userinfo_endpoint") URI people,
            @JsonProperty("jwks_uri") URI keys) {
        boolean whole() {
            return issuer != null && login != null && tokens != null && keys != null;
        }
    }
}
