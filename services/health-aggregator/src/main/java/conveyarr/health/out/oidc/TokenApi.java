package conveyarr.health.out.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;

/** Gives tokens for a code (Core 1.0, section 3.1.3). */
interface TokenApi {
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Tokens> redeem(Form code);

    /** {@code id} is signed and says who it is; {@code access} opens the provider's answer to the same question. */
    record Tokens(
            @JsonProperty("id_token") String id,
            @JsonProperty("access_token") String access) {
        @Override
        public String toString() {
            return "Tokens[***]";
        }
    }
}
