package conveyarr.notification.in;

import conveyarr.flow.config.Saving;
import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.Problem;
import conveyarr.flow.http.SaveDesk;
import conveyarr.flow.http.SealedSecrets;
import conveyarr.notification.SavedChannels;
import conveyarr.notification.channel.ChannelKinds;
import conveyarr.notification.channel.ChannelOrder;
import conveyarr.notification.channel.ChannelSaving;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Channels;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/** Adds, changes and removes channels without a file being edited. What a file or the environment says is not changed here. */
@Path("/api/v1/notifications/channels")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SavedChannelResource {
    private static final String HINT =
            "Send {\"kind\":\"ntfy\",\"settings\":{\"url\":\"https://ntfy.sh\",\"topic\":\"media\"},\"dryRun\":true}, and then the same"
                    + " with the confirmToken; GET /api/v1/notifications/channels/kinds lists kinds and keys.";

    private final Channels channels;
    private final ChannelKinds kinds;
    private final SavedChannels saved;
    private final SaveDesk desk;

    SavedChannelResource(
            Channels channels, ChannelKinds kinds, SavedChannels saved, Confirmation confirmation, SealedSecrets seal) {
        this.channels = channels;
        this.kinds = kinds;
        this.saved = saved;
        this.desk = new SaveDesk(saved.entries(), confirmation, seal);
    }

    record KindsOfChannels(List<ChannelKinds.KindOfChannel> items) {}

    @GET
    @Path("kinds")
    public KindsOfChannels kinds() {
        return new KindsOfChannels(kinds.all());
    }

    /** The dry run sends one test message. A secret that lacks is the one that is saved, as long as it goes to the same place. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> save(@PathParam("name") String name, ChannelOrder order) {
        try {
            if (order == null) {
                throw new IllegalArgumentException("Nothing was sent.");
            }
            return saved(Saving.name(name), order);
        } catch (IllegalArgumentException | ConfigurationException e) {
            return Answers.refuse(e.getMessage(), HINT);
        }
    }

    private Uni<Response> saved(String name, ChannelOrder order) {
        var settled = desk.settled(name);
        if (settled.isPresent()) {
            return Uni.createFrom().item(settled.get());
        }
        order.settings().forEach(Answers::plain);
        var wish = desk.wish(name, new ChannelSaving(order, kinds.secret(name, order)));
        var channel = channels.attempt(new ChannelSettings(name, wish.settings()));
        return order.dryRun()
                ? ChannelTrial.of(channel, Optional.empty()).map(trial -> desk.tried(wish, trial.of(name)))
                : Uni.createFrom().item(desk.save(wish));
    }

    @DELETE
    @Path("{name}")
    public Response forget(
            @PathParam("name") String name,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("confirmToken") String confirmToken) {
        return saved.isNeeded(name)
                ? Problem.answer(
                        Status.CONFLICT,
                        "A rule or a quiet time of application.yaml is for " + name + ".",
                        "Take it out there first: the next start would fail on a channel that is not there.")
                : desk.forget(name, "channels", dryRun, confirmToken);
    }
}
