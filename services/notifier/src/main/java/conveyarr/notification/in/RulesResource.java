package conveyarr.notification.in;

import conveyarr.notification.Book;
import conveyarr.notification.core.rule.Mute;
import conveyarr.notification.core.rule.Rulebook;
import conveyarr.notification.core.rule.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Which events go where, to whom and when, and what is muted. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {
    private static final String RULES =
            "Send {\"rules\":[{\"events\":[\"needs-you\"],\"channels\":[\"phone\"],\"to\":\"everybody\",\"when\":\"now\"}],"
                    + "\"quiet\":{\"phone\":{\"from\":\"22:00\",\"to\":\"07:00\",\"zone\":\"Europe/Berlin\",\"urgent\":false}},"
                    + "\"language\":\"en\",\"zone\":\"Europe/Berlin\"}.";
    private static final String MUTES =
            "Send {\"mutes\":[{\"channel\":\"phone\",\"events\":\"library.*\",\"about\":\"series:tvdb:81189\","
                    + "\"until\":\"2030-01-01T07:00:00Z\"}]}; all but \"until\" may be left out.";

    private final Book book;

    RulesResource(Book book) {
        this.book = book;
    }

    record Mutes(List<Mute> mutes) {}

    @GET
    @Path("rules")
    public Uni<Rulebook> rules() {
        return book.settings().map(Settings::book);
    }

    /** In the place of the rules of the file, until they are deleted. */
    @PUT
    @Path("rules")
    public Uni<Response> rules(String body) {
        Rulebook wanted = Answers.read(body, Rulebook.class, RULES);
        return book.settings().chain(settings -> {
            var whole = wanted.filled(settings.book());
            return book.check()
                    .wrong(whole)
                    .map(wrong -> Answers.refuse(wrong + ".", RULES))
                    .orElseGet(() -> book.put(Book.RULES, whole)
                            .replaceWith(() -> Response.ok(whole).build()));
        });
    }

    /** Back to those of the file. */
    @DELETE
    @Path("rules")
    public Uni<Rulebook> fileRules() {
        return book.remove(Book.RULES).chain(() -> rules());
    }

    @GET
    @Path("mutes")
    public Uni<Mutes> mutes() {
        return book.settings().map(settings -> new Mutes(settings.mutes()));
    }

    @PUT
    @Path("mutes")
    public Uni<Response> mutes(String body) {
        var wanted = Answers.read(body, Mutes.class, MUTES);
        var mutes = Optional.ofNullable(wanted.mutes()).orElse(List.of());
        var wrong = mutes.stream()
                .flatMap(mute -> book.check().wrong(mute).stream())
                .findFirst();
        return wrong.map(why -> Answers.refuse(why + ".", MUTES)).orElseGet(() -> book.put(Book.MUTES, mutes)
                .replaceWith(() -> Response.ok(new Mutes(mutes)).build()));
    }
}
