package conveyarr.request.in;

import conveyarr.events.NaturalKey;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.events.RequestEvent.RequestActionTaken;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.Problem;
import conveyarr.request.Telling;
import conveyarr.request.core.Deed;
import conveyarr.request.in.AskedFor.Target;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.UpstreamTrouble.Declined;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Decides on requests in Seerr. An action is confirmed with the token of its dry run; what is so already needs no token and stays as it is. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
public final class ActionResource {
    private final AskedFor askedFor;
    private final SeenRequests seen;
    private final Confirmation confirmation;
    private final Telling telling;

    ActionResource(AskedFor askedFor, SeenRequests seen, Confirmation confirmation, Telling telling) {
        this.askedFor = askedFor;
        this.seen = seen;
        this.confirmation = confirmation;
        this.telling = telling;
    }

    /** {@code state} is empty for a request that is gone. */
    record Done(String id, RequestAction action, boolean done, Optional<RequestState> state) {}

    /** {@code id} is such as {@code seerr-17}, or the id of a timeline where it has one request. */
    @POST
    @Path("/{id}/{action:approve|decline|retry|withdraw}")
    public Uni<Response> act(
            @RestPath String id,
            @RestPath String action,
            @RestQuery @DefaultValue("false") boolean dryRun,
            @RestQuery String confirmToken) {
        var what = RequestAction.valueOf(action.toUpperCase(Locale.ROOT));
        return Troubles.answered(askedFor.find(id, what)
                .chain(target -> target.seen().isEmpty()
                        ? Uni.createFrom().item(gone(target, what))
                        : act(target, what, dryRun, confirmToken)));
    }

    /** What is not there any more is withdrawn; nothing else can be done to it. */
    private static Response gone(Target target, RequestAction what) {
        String name = RequestNames.of(target.request());
        return what == RequestAction.WITHDRAW
                ? Response.ok(new Done(name, what, false, Optional.empty())).build()
                : Problem.answer(
                        Status.NOT_FOUND,
                        target.portal().name() + " has no request "
                                + target.request().number() + ".",
                        "It may have been deleted there; GET /api/v1/requests shows what became of it.");
    }

    private Uni<Response> act(Target target, RequestAction what, boolean dryRun, String token) {
        RequestId request = target.request();
        var now = target.seen().orElseThrow();
        return switch (Deed.of(what, SeenRequests.word(now.state()))) {
            case Deed.Nothing _ ->
                answer(Response.ok(new Done(RequestNames.of(request), what, false, Optional.of(now.state())))
                        .build());
            case Deed.Senseless(String why, String hint) -> answer(Problem.answer(Status.CONFLICT, why, hint));
            case Deed.Do _ -> confirmed(target, what, dryRun, token);
        };
    }

    private Uni<Response> confirmed(Target target, RequestAction what, boolean dryRun, String token) {
        String name = RequestNames.of(target.request());
        String action = what + " " + name;
        var steps = List.of(target.step(what));
        Instant now = Instant.now();
        if (dryRun) {
            return answer(Response.ok(confirmation.plan(action, steps, now)).build());
        }
        return confirmation.confirms(token, action, steps, now)
                ? carryOut(target, what, token)
                : answer(Confirmation.missing());
    }

    private Uni<Response> carryOut(Target target, RequestAction what, String token) {
        long number = target.request().number();
        return target.portal()
                .act(number, what)
                .onFailure(Declined.class)
                .call(no -> tell(target, what, token, Optional.of(((Declined) no).words())))
                .chain(() -> tell(target, what, token, Optional.empty()))
                .chain(() -> target.portal().request(number))
                .call(now -> now.map(seen::hand).orElseGet(() -> missing(target, what)))
                .map(now -> new Done(RequestNames.of(target.request()), what, true, now.map(one -> one.state())))
                .map(done -> Response.ok(done).build());
    }

    /** No answer of Seerr shows that its newest request is gone: what we took away ourselves we tell ourselves. */
    private Uni<Void> missing(Target target, RequestAction what) {
        return what == RequestAction.WITHDRAW
                ? seen.gone(target.request(), Via.SELF)
                : Uni.createFrom().voidItem();
    }

    /** One token is one deed. */
    private Uni<Void> tell(Target target, RequestAction what, String token, Optional<String> refusal) {
        var event = new RequestActionTaken(target.seen().orElseThrow().media(), target.request(), what, "api", refusal);
        return telling.tell(
                event, NaturalKey.of("request-action", target.request().number(), what, token));
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
    }
}
