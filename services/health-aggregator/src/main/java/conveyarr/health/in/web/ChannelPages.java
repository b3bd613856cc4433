package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.Deeds.Way;
import conveyarr.health.view.other.ChannelKind.Kinds;
import conveyarr.health.view.other.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds, changes and removes a channel: each is tried, and saved when its test message was taken. */
@Path("/settings/notifications")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.ADMIN)
class ChannelPages {
    private static final String API = "/api/v1/notifications";
    private static final String BACK = "settings/notifications";

    private final Neighbours neighbours;
    private final Deeds deeds;
    private final Frames frames;

    ChannelPages(Neighbours neighbours, Deeds deeds, Frames frames) {
        this.neighbours = neighbours;
        this.deeds = deeds;
        this.frames = frames;
    }

    /** {@code name} is that of a saved one, to be changed; otherwise {@code kind} is that of a new one, once it is chosen. */
    @GET
    @Path("/channel")
    public Uni<Response> form(@QueryParam("name") String name, @QueryParam("kind") @DefaultValue("") String kind) {
        Frame frame = frames.at("settings");
        return saved(name == null ? "" : name)
                .chain(found -> page(
                        frame,
                        Attempt.none(found.map(WantedChannel::of).orElse(new WantedChannel("", kind, Map.of(), ""))),
                        found));
    }

    /** Tries a channel in place. */
    @POST
    @Path("/channel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> attempt(MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("settings");
        WantedChannel wanted = WantedChannel.of(Form.of(sent));
        return neighbours
                .put(
                        Neighbour.NOTIFICATION,
                        place(wanted.name()),
                        wanted.order().put("dryRun", true))
                .map(answer -> Attempt.of(wanted, answer))
                .chain(attempt -> saved(wanted.name()).chain(found -> page(frame, attempt, found)));
    }

    /** Saves what was tried. */
    @POST
    @Path("/channel/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> save(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        WantedChannel wanted = WantedChannel.of(form);
        ObjectNode order = wanted.order()
                .put(Form.TOKEN, form.text(Form.TOKEN))
                .put("saveAnyway", form.given("anyway").isPresent());
        var deed = neighbours.put(Neighbour.NOTIFICATION, place(wanted.name()), order);
        return deeds.now(frames.at("settings"), deed, new Way(BACK, Done.KEPT));
    }

    /** Takes back one that was saved. */
    @POST
    @Path("/channels/{name}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> remove(@PathParam("name") String name, MultivaluedMap<String, String> sent) {
        var deed = new Deed(
                "Remove " + name + " from the saved channels?",
                Neighbour.NOTIFICATION,
                place(name),
                Optional.empty(),
                BACK,
                "DELETE",
                Done.FORGOTTEN);
        return deeds.ask(frames.at("settings"), deed, Form.of(sent));
    }

    private static String place(String name) {
        return API + "/channels/" + Neighbours.part(name);
    }

    private Uni<Optional<Messages.Channel>> saved(String name) {
        return neighbours
                .get(Neighbour.NOTIFICATION, API + "/channels")
                .map(answer ->
                        answer.as(Messages.Channels.class).map(Messages.Channels::items).orElse(List.of()).stream()
                                .filter(channel -> channel.name().equals(name))
                                .findFirst());
    }

    private Uni<Response> page(Frame frame, Attempt<WantedChannel> attempt, Optional<Messages.Channel> saved) {
        Set<String> hidden = saved.map(Messages.Channel::settings)
                .filter(settings -> settings.editable()
                        && settings.kind().equals(attempt.wanted().kind()))
                .map(settings -> settings.hidden())
                .orElse(Set.of());
        return neighbours
                .get(Neighbour.NOTIFICATION, API + "/channels/kinds")
                .chain(answer -> Html.ok(Pages.channel(
                        new ChannelPage(
                                answer.as(Kinds.class).orElse(Kinds.NONE).items(), hidden, attempt),
                        frame)));
    }
}
