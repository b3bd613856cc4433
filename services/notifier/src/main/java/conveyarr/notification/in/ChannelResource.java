package conveyarr.notification.in;

import conveyarr.flow.Aside;
import conveyarr.notification.Refusals;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Target;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The channels, and a try of each that is open. */
@Path("/api/v1/notifications/channels")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelResource {
    private final Channels channels;
    private final ChannelViews views;
    private final Refusals refusals;

    ChannelResource(Channels channels, ChannelViews views, Refusals refusals) {
        this.refusals = refusals;
        this.channels = channels;
        this.views = views;
    }

    @GET
    public Uni<ChannelViews.KnownChannels> all() {
        return refusals.all().chain(refused -> Aside.of(() -> views.all(refused)));
    }

    /** Sends one message, now, to whoever listens there or {@code to} one address, and says what the channel said. */
    @POST
    @Path("{name}/test")
    public Uni<ChannelTrial> test(@PathParam("name") String name, @RestQuery Optional<String> to) {
        Channel channel = channels.named(name)
                .orElseThrow(() -> Answers.refused(
                        Status.NOT_FOUND, "No channel is called that.", "There are " + channels.names() + "."));
        to.map(address -> Answers.plain("\"to\"", address))
                .flatMap(channel::wrong)
                .ifPresent(wrong -> {
                    throw Answers.refused(
                            Status.BAD_REQUEST, "\"to\" " + wrong + ".", "Leave it out to use the channel's own.");
                });
        return ChannelTrial.of(channel, to)
                .call(trial -> trial.ok() && to.isEmpty()
                        ? refusals.over(Target.everybody(name))
                        : Uni.createFrom().voidItem());
    }
}
