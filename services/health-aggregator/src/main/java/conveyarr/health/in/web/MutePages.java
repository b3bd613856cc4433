package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Stack;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.Deeds.Way;
import conveyarr.health.view.other.Messages;
import conveyarr.health.view.other.Messages.Mute;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Mutes of messages; one that is set beside a check mutes the check as well. */
@Path("/settings/notifications")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Needs(Role.OPERATOR)
class MutePages {
    private static final String MUTES = "/api/v1/notifications/mutes";

    private final Stack stack;
    private final Neighbours neighbours;
    private final Deeds deeds;
    private final Frames frames;

    MutePages(Stack stack, Neighbours neighbours, Deeds deeds, Frames frames) {
        this.stack = stack;
        this.neighbours = neighbours;
        this.deeds = deeds;
        this.frames = frames;
    }

    /** Adds a mute to those that still hold. */
    @POST
    @Path("/mute")
    public Uni<Response> mute(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = Instant.now();
        long hours = form.text("hours").matches("[1-9]\\d{0,3}") ? Long.parseLong(form.text("hours")) : 2;
        Instant until = now.plus(Duration.ofHours(hours));
        ObjectNode mute = Json.mapper().createObjectNode().put("until", until.toString());
        List.of("channel", "events", "about")
                .forEach(field -> form.given(field).ifPresent(value -> mute.put(field, value)));
        var deed = keep(one -> one.open(now), List.of(mute)).call(answer -> check(form, answer.isGood(), until));
        return deeds.now(frames.at("settings"), deed, new Way(back(form), Done.MUTED));
    }

    /** Removes the mutes of what the form names, or all. */
    @POST
    @Path("/unmute")
    public Uni<Response> unmute(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        var about = form.given("about");
        var deed = keep(one -> about.isPresent() && !about.get().equals(one.about()), List.of())
                .call(answer -> check(form, answer.isGood(), Instant.now()));
        return deeds.now(frames.at("settings"), deed, new Way(back(form), Done.UNMUTED));
    }

    private Uni<Answer> keep(Predicate<Mute> kept, List<ObjectNode> more) {
        return neighbours.get(Neighbour.NOTIFICATION, MUTES).chain(answer -> {
            if (!answer.isGood()) {
                return Uni.createFrom().item(answer); // to send those that we know would remove the others
            }
            ObjectNode all = Json.mapper().createObjectNode();
            var list = all.putArray("mutes");
            answer.as(Messages.Mutes.class).stream()
                    .flatMap(known -> known.mutes().stream())
                    .filter(kept)
                    .forEach(one -> list.add(Json.mapper().valueToTree(one)));
            more.forEach(list::add);
            return neighbours.put(Neighbour.NOTIFICATION, MUTES, all);
        });
    }

    private Uni<Void> check(Form form, boolean isDone, Instant until) {
        return form.given("check")
                .filter(_ -> isDone)
                .map(check -> stack.mute(check, until))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static String back(Form form) {
        return form.text("back").equals("health") ? "health" : "settings/notifications";
    }
}
