package conveyarr.notification.in;

import conveyarr.events.ComponentId;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** The channels that are open, and a try of each. */
@Path("/api/v1/notifications/channels")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelResource {
    private final Channels channels;

    ChannelResource(Channels channels) {
        this.channels = channels;
    }

    /** {@code onDoubt}: what is done with a message that may have arrived; {@code edits}: whether one can be changed afterwards. */
    record ChannelView(String name, String onDoubt, boolean edits) {
        static ChannelView of(Channel channel) {
            return new ChannelView(channel.name(), channel.onDoubt().name(), channel.edits());
        }
    }

    record Open(List<ChannelView> items) {}

    /** {@code outcome} is delivered, later, never or doubt, {@code answer} the channel's own words. */
    record Tried(boolean ok, String outcome, String answer, long ms) {}

    @GET
    public Open open() {
        return new Open(channels.names().stream()
                .flatMap(name -> channels.named(name).stream())
                .map(ChannelView::of)
                .toList());
    }

    /** Sends one message, now, to whoever listens there or {@code to} one address, and says what the channel said. */
    @POST
    @Path("{name}/test")
    public Uni<Tried> test(@PathParam("name") String name, @RestQuery Optional<String> to) {
        Channel channel = channels.named(name)
                .orElseThrow(() -> Answers.refused(
                        Status.NOT_FOUND, "No channel is called that.", "There are " + channels.names() + "."));
        to.map(address -> Answers.plain("\"to\"", address))
                .flatMap(channel::wrong)
                .ifPresent(wrong -> {
                    throw Answers.refused(
                            Status.BAD_REQUEST, "\"to\" " + wrong + ".", "Leave it out to use the channel's own.");
                });
        Instant began = Instant.now();
        return channel.send(message(name, began), to)
                .map(receipt ->
                        tried(receipt, Duration.between(began, Instant.now()).toMillis()));
    }

    private static Notification message(String name, Instant now) {
        var text = new Text("Conveyarr test", "This is how messages arrive on the channel " + name + ".", Tone.INFO);
        return new Notification(UUID.randomUUID(), new ComponentId("notifier"), "notification.test", now, text);
    }

    private static Tried tried(Receipt receipt, long ms) {
        return switch (receipt) {
            case Delivered _ -> new Tried(true, receipt.word(), "", ms);
            case TryLater(var _, var why) -> new Tried(false, receipt.word(), why, ms);
            case Never(var why) -> new Tried(false, receipt.word(), why, ms);
            case InDoubt(var why) -> new Tried(false, receipt.word(), why, ms);
        };
    }
}
