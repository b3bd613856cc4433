package conveyarr.notification.in;

import conveyarr.notification.Book;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.rule.Person;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How people are reached, by the reference that events carry; what they are called is in {@code GET /api/v1/people}. */
@Path("/api/v1/notifications/people")
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {
    private static final String HINT =
            "Send {\"channels\":{\"mail\":\"ana@example.org\"},\"roles\":[\"family\"],\"language\":\"de\","
                    + "\"quiet\":{\"from\":\"22:00\",\"to\":\"07:00\",\"zone\":\"Europe/Berlin\",\"urgent\":true}};"
                    + " an empty address means that the channel was set up for this person alone.";

    private final Book book;
    private final Channels channels;

    PersonResource(Book book, Channels channels) {
        this.book = book;
        this.channels = channels;
    }

    @GET
    public Uni<Map<String, Person>> all() {
        return book.settings().map(settings -> settings.people().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> PersonView.of(entry.getValue()))));
    }

    @GET
    @Path("{reference}/targets")
    public Uni<Person> one(@PathParam("reference") String reference) {
        return book.settings()
                .map(settings -> Optional.ofNullable(settings.people().get(known(reference)))
                        .map(PersonView::of)
                        .orElseThrow(() -> Answers.refused(
                                Status.NOT_FOUND, "Nothing is known of how to reach this person.", "PUT it here.")));
    }

    /** An address that is sent as the API shows it, {@code ***}, stays what it is. */
    @PUT
    @Path("{reference}/targets")
    public Uni<Response> put(@PathParam("reference") String reference, String body) {
        String who = known(reference);
        Person sent = Answers.read(body, Person.class, HINT);
        return book.settings().chain(settings -> {
            var person = PersonView.revealed(
                    sent, Optional.ofNullable(settings.people().get(who)));
            return book.check()
                    .wrong(person)
                    .or(() -> PersonView.unknown(person))
                    .or(() -> wrongAddress(person))
                    .map(wrong -> Answers.refuse(wrong + ".", HINT))
                    .orElseGet(() -> book.put(Book.PERSON + who, person)
                            .replaceWith(
                                    () -> Response.ok(PersonView.of(person)).build()));
        });
    }

    @DELETE
    @Path("{reference}/targets")
    public Uni<Void> forget(@PathParam("reference") String reference) {
        return book.remove(Book.PERSON + known(reference));
    }

    private static String known(String reference) {
        if (!reference.matches("[A-Za-z0-9:._-]{1,100}")) {
            throw Answers.refused(
                    Status.BAD_REQUEST, "This is no reference of a person.", "Take one of GET /api/v1/people.");
        }
        return reference;
    }

    private Optional<String> wrongAddress(Person person) {
        return person.channels().entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .flatMap(entry -> channels
                        .named(entry.getKey())
                        .flatMap(channel -> channel.wrong(entry.getValue()))
                        .map(wrong -> "channels." + entry.getKey() + " " + wrong)
                        .stream())
                .findFirst();
    }
}
