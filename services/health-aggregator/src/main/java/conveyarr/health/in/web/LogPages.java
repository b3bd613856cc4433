package conveyarr.health.in.web;

import conveyarr.health.core.access.Role;
import conveyarr.health.in.EventResource;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/** The events of all topics. */
@Path("/events/log")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class LogPages {
    private static final String ROWS = "100";

    private final EventResource events;
    private final Frames frames;

    LogPages(EventResource events, Frames frames) {
        this.events = events;
        this.frames = frames;
    }

    @GET
    public Uni<Response> log(
            @RestQuery @DefaultValue("") String topic,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String cursor) {
        Frame frame = frames.at("events");
        var asked = new LogPage.Asked(topic, LogPage.known(kind));
        var wanted = new EventResource.Wanted(topic.isEmpty() ? null : topic, asked.kind());
        return Guarded.page(
                frame,
                events.list(wanted, cursor.isEmpty() ? null : cursor, null, ROWS)
                        .chain(found -> {
                            var lines = found.items().stream()
                                    .map(LogPage.Line::new)
                                    .toList();
                            return Html.ok(Pages.log(new LogPage(lines, asked, cursor, found.next()), frame));
                        }));
    }
}
