package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Processes;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.Deeds.Way;
import conveyarr.health.in.web.MessagesPage.Tried;
import conveyarr.health.view.other.Messages;
import conveyarr.health.view.other.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The channels with a try of each, who is told what, and mutes. */
@Path("/settings/notifications")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class MessagePages {
    private static final String API = "/api/v1/notifications";

    private final Neighbours neighbours;
    private final Processes processes;
    private final Deeds deeds;
    private final Frames frames;

    MessagePages(Neighbours neighbours, Processes processes, Deeds deeds, Frames frames) {
        this.neighbours = neighbours;
        this.processes = processes;
        this.deeds = deeds;
        this.frames = frames;
    }

    @GET
    public Uni<Response> all() {
        return page(frames.at("settings"), null);
    }

    @POST
    @Path("/channels/{name}/test")
    @Needs(Role.OPERATOR)
    public Uni<Response> test(@PathParam("name") String name) {
        Frame frame = frames.at("settings");
        String path = API + "/channels/" + Neighbours.part(name) + "/test";
        return neighbours
                .post(Neighbour.NOTIFICATION, path, Optional.empty())
                .chain(answer -> page(frame, tried(name, answer)));
    }

    /** Adds a mute to those that still hold. */
    @POST
    @Path("/mute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Role.OPERATOR)
    public Uni<Response> mute(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = Instant.now();
        long hours = form.text("hours").matches("[1-9]\\d{0,3}") ? Long.parseLong(form.text("hours")) : 2;
        ObjectNode mute = Json.mapper()
                .createObjectNode()
                .put("until", now.plus(Duration.ofHours(hours)).toString());
        List.of("channel", "events", "about")
                .forEach(field -> form.given(field).ifPresent(value -> mute.put(field, value)));
        var deed = mutes().chain(known -> {
            ObjectNode all = Json.mapper().createObjectNode();
            var list = all.putArray("mutes");
            known.mutes().stream()
                    .filter(one -> one.open(now))
                    .forEach(one -> list.add(Json.mapper().valueToTree(one)));
            list.add(mute);
            return neighbours.put(Neighbour.NOTIFICATION, API + "/mutes", all);
        });
        String back = form.text("back").equals("health") ? "health" : "settings/notifications";
        return deeds.now(frames.at("settings"), deed, new Way(back, Done.MUTED));
    }

    @POST
    @Path("/unmute")
    @Needs(Role.OPERATOR)
    public Uni<Response> unmute() {
        ObjectNode none = Json.mapper().createObjectNode();
        none.putArray("mutes");
        var deed = neighbours.put(Neighbour.NOTIFICATION, API + "/mutes", none);
        return deeds.now(frames.at("settings"), deed, new Way("settings/notifications", Done.UNMUTED));
    }

    private Uni<Response> page(Frame frame, Tried tried) {
        return known(tried).chain(page -> Html.ok(Pages.messages(page, frame)));
    }

    /** What the notifier tells of channels, rules and mutes. */
    Uni<MessagesPage> known(Tried tried) {
        return neighbours.get(Neighbour.NOTIFICATION, API + "/channels").chain(channels -> neighbours
                .get(Neighbour.NOTIFICATION, API + "/rules")
                .chain(rules -> mutes().chain(mutes -> processes.pending().map(pending -> {
                    var messages = new Messages(
                            channels.as(Messages.Channels.class)
                                    .map(Messages.Channels::items)
                                    .orElse(List.of()),
                            rules.as(Messages.Rules.class)
                                    .map(Messages.Rules::rules)
                                    .orElse(List.of()),
                            mutes.mutes());
                    return new MessagesPage(messages, tried, channels.isGood() ? null : channels.detail(), pending);
                }))));
    }

    private Uni<Messages.Mutes> mutes() {
        return neighbours.get(Neighbour.NOTIFICATION, API + "/mutes").map(answer -> answer.as(Messages.Mutes.class)
                .orElse(new Messages.Mutes(List.of())));
    }

    private static Tried tried(String name, Answer answer) {
        return answer.as(Template.Tried.class)
                .map(one -> new Tried(
                        name,
                        one.ok(),
                        one.ok()
                                ? name + " took the message in " + one.ms() + " ms"
                                        + (one.answer().isEmpty() ? "." : ": " + one.answer())
                                : name + " did not take it: " + one.answer()))
                .orElseGet(() -> new Tried(name, false, answer.detail() + " " + answer.hint()));
    }
}
