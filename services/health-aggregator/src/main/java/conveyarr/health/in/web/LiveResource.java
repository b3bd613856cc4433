package conveyarr.health.in.web;

import conveyarr.health.Live;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.StreamMeters;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jboss.resteasy.reactive.ResponseHeader;

/** One stream for each open tab: says what has changed, the tab fetches what it shows of it. */
@Path("/ui/live")
@Needs(Role.READER)
class LiveResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Live live;
    private final StreamMeters meters;

    LiveResource(Live live, StreamMeters meters) {
        this.live = live;
        this.meters = meters;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-cache")
    public Multi<OutboundSseEvent> changes(@Context Sse sse) {
        var changes = live.changes()
                .map(what -> sse.newEventBuilder().name("changed").data(what).build());
        // The first comment opens the stream at once; those that follow keep proxies from closing it.
        var beats = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(_ -> sse.newEventBuilder().comment("here").build());
        return meters.counted(Multi.createBy().merging().streams(changes, beats));
    }
}
