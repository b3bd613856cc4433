package conveyarr.notification.in;

import conveyarr.events.EventCatalog;
import conveyarr.notification.Book;
import conveyarr.notification.Deliveries;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.rule.OwnText;
import conveyarr.notification.text.Example;
import conveyarr.notification.text.Texts;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The words of one event: ours or the owner's, and what they would say of an event that was told. */
@Path("/api/v1/notifications/templates/{type}")
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {
    private static final int LATELY = 20;
    private static final String HINT =
            "Send {\"title\":\"Ready: {name}\",\"body\":\"{#if server}In {server}.{/if}\"}; the fields of the event are in docs/events.md,"
                    + " and {name} is what its subject is called.";

    private final Book book;
    private final Texts texts;
    private final Deliveries deliveries;

    TemplateResource(Book book, Texts texts, Deliveries deliveries) {
        this.book = book;
        this.texts = texts;
        this.deliveries = deliveries;
    }

    /** {@code of} is the event that was told, {@code title} and {@code body} are what would be said of it. */
    record Preview(News of, String title, String body) {}

    record Lately(List<News> items) {}

    @GET
    public Uni<OwnText> template(@PathParam("type") String type, @RestQuery @DefaultValue(OwnText.ANY) String channel) {
        return book.settings()
                .map(settings ->
                        texts.template(known(type), Target.everybody(Answers.plain("channel", channel)), settings));
    }

    /** The events that a template can be tried with. */
    @GET
    @Path("events")
    public Uni<Lately> events(@PathParam("type") String type) {
        return deliveries.lately(known(type), LATELY).map(Lately::new);
    }

    @POST
    @Path("preview")
    public Uni<Preview> preview(@PathParam("type") String type, @RestQuery Optional<String> event, String body) {
        OwnText own = Answers.read(body, OwnText.class, HINT);
        return deliveries.lately(known(type), LATELY).map(lately -> {
            News news = lately.stream()
                    .filter(one -> event.filter(id -> !id.equals(one.event().toString()))
                            .isEmpty())
                    .findFirst()
                    .orElseThrow(() -> Answers.refused(
                            Status.NOT_FOUND, "No such event was told yet.", "Wait for one, or take another type."));
            Text text = said(own, news);
            return new Preview(news, text.title(), text.body());
        });
    }

    /** Tried with the last such event, when there is one. */
    @PUT
    public Uni<Response> put(
            @PathParam("type") String type,
            @RestQuery @DefaultValue(OwnText.ANY) String channel,
            @RestQuery @DefaultValue(OwnText.ANY) String language,
            String body) {
        OwnText own = Answers.read(body, OwnText.class, HINT);
        String key = Book.TEXT + key(type, channel, language);
        return deliveries.lately(type, 1).chain(lately -> {
            said(own, lately.isEmpty() ? Example.of(type) : lately.getFirst());
            return book.put(key, own).replaceWith(() -> Response.ok(own).build());
        });
    }

    @DELETE
    public Uni<Void> remove(
            @PathParam("type") String type,
            @RestQuery @DefaultValue(OwnText.ANY) String channel,
            @RestQuery @DefaultValue(OwnText.ANY) String language) {
        return book.remove(Book.TEXT + key(type, channel, language));
    }

    private Text said(OwnText own, News news) {
        if (own.title() == null || own.title().isBlank() || own.body() == null) {
            throw Answers.refused(Status.BAD_REQUEST, "A template has a title and a body.", HINT);
        }
        try {
            return texts.preview(own, news);
        } catch (IllegalArgumentException e) {
            throw Answers.refused(Status.BAD_REQUEST, e.getMessage(), HINT);
        }
    }

    private static String key(String type, String channel, String language) {
        return OwnText.key(known(type), Answers.plain("channel", channel), Answers.plain("language", language));
    }

    private static String known(String type) {
        return EventCatalog.byWireName(type)
                .map(_ -> type)
                .orElseThrow(() ->
                        Answers.refused(Status.NOT_FOUND, "There is no such event.", "Take a name of docs/events.md."));
    }
}
