package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.request.People;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.RequestPortal.Account;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Seerr instances, and the people there. What is not clear is refused with a {@link Problem}. */
@Singleton
class Portals {
    private final Upstreams upstreams;

    Portals(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    List<RequestPortal> all() {
        return upstreams.all(RequestPortal.class);
    }

    Optional<RequestPortal> named(String instance) {
        return upstreams.one(RequestPortal.class, instance);
    }

    /** The one of this name, or the only one. */
    RequestPortal chosen(String instance) {
        boolean any = instance == null || instance.isBlank();
        List<RequestPortal> all = all();
        return all.stream()
                .filter(portal -> any ? all.size() == 1 : portal.name().equals(instance))
                .findFirst()
                .orElseThrow(() -> refused(
                        Status.NOT_FOUND,
                        any ? "It is not clear which Seerr is meant." : "There is no such Seerr.",
                        "Say instance=<name>; connected are "
                                + all.stream().map(RequestPortal::name).toList() + "."));
    }

    /** By name, mail address, reference or number, whatever the case of the letters. */
    Uni<Account> account(RequestPortal portal, String user) {
        return portal.accounts().map(all -> {
            var meant = all.stream().filter(one -> isCalled(portal, one, user)).toList();
            if (meant.size() == 1) {
                return meant.getFirst();
            }
            throw refused(
                    meant.isEmpty() ? Status.BAD_REQUEST : Status.CONFLICT,
                    meant.isEmpty()
                            ? portal.name() + " knows nobody of that name."
                            : portal.name() + " knows several of that name.",
                    "Take a reference of GET /api/v1/people, or the name that Seerr shows.");
        });
    }

    private static boolean isCalled(RequestPortal portal, Account one, String user) {
        var names = Stream.of(
                        Stream.of(one.name(), Long.toString(one.id()), People.ref(portal.name(), one.name())),
                        one.email().stream(),
                        one.alsoKnownAs().stream())
                .flatMap(parts -> parts);
        return names.anyMatch(user::equalsIgnoreCase);
    }

    static WebApplicationException refused(Status status, String detail, String hint) {
        return new WebApplicationException(Problem.answer(status, detail, hint));
    }
}
