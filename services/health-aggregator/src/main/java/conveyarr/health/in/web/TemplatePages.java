package conveyarr.health.in.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.flow.wire.Json;
import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.core.access.Role;
import conveyarr.health.in.web.Deeds.Way;
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
import java.util.Optional;

/** The words of one event: changed, and tried with an event that was told. */
@Path("/settings/notifications/words/{type}")
@Produces(MediaType.TEXT_HTML)
@Needs(Role.READER)
class TemplatePages {
    private final Neighbours neighbours;
    private final Deeds deeds;
    private final Frames frames;

    TemplatePages(Neighbours neighbours, Deeds deeds, Frames frames) {
        this.neighbours = neighbours;
        this.deeds = deeds;
        this.frames = frames;
    }

    @GET
    public Uni<Response> show(@PathParam("type") String type) {
        Frame frame = frames.at("settings");
        return neighbours.get(Neighbour.NOTIFICATION, api(type)).chain(answer -> answer.as(Template.class)
                .map(template -> page(frame, type, new Tried(template, "", null)))
                .orElseGet(() -> Deeds.refused(frame, answer, "settings/notifications")));
    }

    /** {@code do} is preview, save or reset. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Role.ADMIN)
    public Uni<Response> change(@PathParam("type") String type, MultivaluedMap<String, String> sent) {
        Frame frame = frames.at("settings");
        Form form = Form.of(sent);
        var template = new Template(form.text("title"), form.text("body"));
        ObjectNode body = Json.mapper().valueToTree(template);
        String back = "settings/notifications/words/" + Neighbours.part(type);
        return switch (form.text("do")) {
            case "save" ->
                neighbours
                        .put(Neighbour.NOTIFICATION, api(type), body)
                        .chain(answer -> answer.isGood()
                                ? deeds.now(frame, Uni.createFrom().item(answer), new Way(back, Done.SAVED))
                                : page(frame, type, new Tried(template, form.text("event"), answer)));
            case "reset" ->
                deeds.now(frame, neighbours.delete(Neighbour.NOTIFICATION, api(type)), new Way(back, Done.RESET));
            default ->
                neighbours
                        .post(Neighbour.NOTIFICATION, api(type) + "/preview" + event(form), Optional.of(body))
                        .chain(answer -> page(frame, type, new Tried(template, form.text("event"), answer)));
        };
    }

    /** {@code said} is the answer to a preview, or why it was not saved; null when nothing was tried. */
    private record Tried(Template template, String event, Answer said) {}

    private Uni<Response> page(Frame frame, String type, Tried tried) {
        return neighbours.get(Neighbour.NOTIFICATION, api(type) + "/events").chain(answer -> {
            var lately = answer.as(Template.Lately.class).orElse(Template.Lately.NONE);
            Answer said = tried.said();
            var page = new TemplatePage(
                    type,
                    tried.template(),
                    lately.items(),
                    said == null ? null : said.as(Template.Preview.class).orElse(null),
                    tried.event(),
                    said == null || said.isGood() ? null : said.detail() + " " + said.hint());
            return Html.ok(Pages.template(page, frame));
        });
    }

    private static String event(Form form) {
        return form.given("event").map(id -> "?event=" + Neighbours.part(id)).orElse("");
    }

    private static String api(String type) {
        return "/api/v1/notifications/templates/" + Neighbours.part(type);
    }
}
