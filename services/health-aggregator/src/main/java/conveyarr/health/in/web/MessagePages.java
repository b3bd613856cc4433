package conveyarr.health.in.web;

import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Processes;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.MessagesPage.Tried;
import conveyarr.health.view.other.Messages;
import conveyarr.health.view.other.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The channels with a try of each, who is told what, and the mutes that hold. */
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
