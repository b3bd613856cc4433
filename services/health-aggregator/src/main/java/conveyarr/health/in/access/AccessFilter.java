package conveyarr.health.in.access;

import conveyarr.health.Accounts;
import conveyarr.health.SingleSignOn;
import conveyarr.health.core.access.Role;
import conveyarr.health.core.access.Visitor;
import conveyarr.health.core.access.Visitor.Proof;
import conveyarr.health.in.Away;
import conveyarr.health.in.web.Frames;
import conveyarr.health.in.web.Html;
import conveyarr.health.in.web.Needs;
import conveyarr.health.in.web.Visit;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets nobody do what he may not. The API and the hooks have a filter of their own, which wants a key; of all else, what does not say whom it
 * is for is for admins alone.
 */
class AccessFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Guests guests;
    private final Peer peer;
    private final Accounts accounts;
    private final SingleSignOn signOn;
    private final Visit visit;
    private final Frames frames;
    private final AccessConfig config;

    AccessFilter(
            Guests guests,
            Peer peer,
            Accounts accounts,
            SingleSignOn signOn,
            Visit visit,
            Frames frames,
            AccessConfig config) {
        this.signOn = signOn;
        this.guests = guests;
        this.peer = peer;
        this.accounts = accounts;
        this.visit = visit;
        this.frames = frames;
        this.config = config;
    }

    @ServerRequestFilter
    public Uni<Response> check(ContainerRequestContext request, ResourceInfo target, HttpServerRequest call) {
        String path = request.getUriInfo().getPath();
        if (path.startsWith("/api/") || path.equals("/ping")) {
            return Uni.createFrom().nullItem();
        }
        if (config.mode() == AccessConfig.Mode.NONE && !peer.hostIsSafe(call)) {
            return refuse(
                    Status.FORBIDDEN,
                    "Without a login, this is shown under an address in figures, as localhost, or under conveyarr.access.public-url.");
        }
        return Away.answered(guests.visitor(call)).chain(visitor -> {
            visitor.ifPresent(visit::by);
            return decide(new Asked(request, target, call), visitor);
        });
    }

    private record Asked(ContainerRequestContext request, ResourceInfo target, HttpServerRequest call) {
        boolean changes() {
            return !READS.contains(request.getMethod());
        }

        boolean open() {
            return target.getResourceMethod().isAnnotationPresent(Needs.Open.class)
                    || target.getResourceClass().isAnnotationPresent(Needs.Open.class);
        }

        Role needed() {
            return Optional.ofNullable(target.getResourceMethod().getAnnotation(Needs.class))
                    .or(() -> Optional.ofNullable(target.getResourceClass().getAnnotation(Needs.class)))
                    .map(Needs::value)
                    .orElse(Role.ADMIN);
        }
    }

    private Uni<Response> decide(Asked asked, Optional<Visitor> visitor) {
        boolean byKey = visitor.filter(one -> one.proof() == Proof.KEY).isPresent();
        Optional<String> foreign =
                asked.changes() && !byKey ? peer.origin(asked.call()).refusal() : Optional.empty();
        if (foreign.isPresent()) {
            return refuse(Status.FORBIDDEN, "This change was not made, because " + foreign.get() + ".");
        }
        if (asked.open() || visitor.filter(one -> one.may(asked.needed())).isPresent()) {
            return Uni.createFrom().nullItem();
        }
        return visitor.isPresent()
                ? refuse(
                        Status.FORBIDDEN,
                        "This is for the role " + asked.needed().word() + ", and you are "
                                + visitor.get().role().word() + ".")
                : stranger(asked);
    }

    /** Who looks for a page is led to the login, or to the setup of what nobody has set up yet. */
    private Uni<Response> stranger(Asked asked) {
        boolean page =
                !asked.changes() && !asked.request().getUriInfo().getPath().startsWith("/ui/");
        return page
                ? accounts.book()
                        .map(book -> Html.seeOther(
                                frames.at("").root() + (book.isNew() && !signOn.on() ? "setup" : "login")))
                : refuse(Status.UNAUTHORIZED, "Log in first.");
    }

    private Uni<Response> refuse(Status status, String text) {
        var note = new Html.Note(status.getReasonPhrase(), text, "", "", "To the first page");
        return Html.message(frames.at(""), status, note);
    }
}
