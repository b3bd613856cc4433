package conveyarr.health.in;

import conveyarr.health.IncidentLog;
import conveyarr.health.view.IncidentView;
import conveyarr.health.view.Items;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;

/** What went wrong within the last days, grouped by its cause; newest first. {@code open=true} shows what lasts. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
class IncidentResource {
    private final IncidentLog incidents;

    IncidentResource(IncidentLog incidents) {
        this.incidents = incidents;
    }

    @GET
    public Uni<Items<IncidentView>> list(
            @RestQuery @DefaultValue("7") String days, @RestQuery @DefaultValue("false") boolean open) {
        Instant now = Instant.now();
        Instant since = now.minus(Duration.ofDays(Asked.days(days)));
        return Away.answered(incidents
                .since(since, now)
                .map(found -> new Items<>(found.stream()
                        .filter(one -> !open || one.end().isEmpty())
                        .map(one -> IncidentView.of(one, now))
                        .toList())));
    }
}
