package conveyarr.health.in;

import conveyarr.health.Overviews;
import conveyarr.health.Stack;
import conveyarr.health.Timelines;
import conveyarr.health.view.OverviewView;
import conveyarr.health.view.StageTimesView;
import conveyarr.health.view.SummaryView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;

/** Everything at a glance, on a page and on a tile, and how long things take. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
class OverviewResource {
    private final Overviews overviews;
    private final HealthResource health;
    private final Timelines timelines;
    private final Stack stack;

    OverviewResource(Overviews overviews, HealthResource health, Timelines timelines, Stack stack) {
        this.timelines = timelines;
        this.stack = stack;
        this.overviews = overviews;
        this.health = health;
    }

    @GET
    @Path("/overview")
    public Uni<OverviewView> overview() {
        return Away.answered(health.look().chain(checks -> overviews.now(checks, Instant.now())));
    }

    /** For the tile of a dashboard. */
    @GET
    @Path("/summary")
    public Uni<SummaryView> summary() {
        return Away.answered(health.look().chain(checks -> overviews
                .now(checks, Instant.now())
                .chain(overview -> timelines.counts().chain(counts -> stack.speed()
                        .map(speed -> SummaryView.of(overview, counts, checks.tone(), speed.orElse(null)))))));
    }

    @GET
    @Path("/stages")
    public Uni<StageTimesView> stages(@RestQuery @DefaultValue("7") String days) {
        int back = Asked.days(days);
        return Away.answered(overviews.stages(Instant.now(), back));
    }
}
