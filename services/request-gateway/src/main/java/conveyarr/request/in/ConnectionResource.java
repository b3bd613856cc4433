package conveyarr.request.in;

import conveyarr.flow.Aside;
import conveyarr.flow.http.Problem;
import conveyarr.request.Ears;
import conveyarr.request.HookSetup;
import conveyarr.request.Hooks;
import conveyarr.request.in.ConnectionViews.Kept;
import conveyarr.request.in.KnownSources.Known;
import conveyarr.upstream.UpstreamTrouble;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;

/** Whether the hooks of each instance come to us, and what to do about it. */
@Path("/api/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectionResource {
    private final Hooks hooks;
    private final HookSetup setup;
    private final Ears ears;
    private final ConnectionViews views;
    private final KnownSources sources;
    private final HookOrders orders;

    ConnectionResource(
            Hooks hooks, HookSetup setup, Ears ears, ConnectionViews views, KnownSources sources, HookOrders orders) {
        this.hooks = hooks;
        this.setup = setup;
        this.ears = ears;
        this.views = views;
        this.sources = sources;
        this.orders = orders;
    }

    record Tested(String state, long ms) {}

    @GET
    public Uni<Response> all() {
        return Aside.of(views::fresh)
                .chain(this::kept)
                .map(kept -> Response.ok(views.all(kept)).build())
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    /** Asks the program anew. */
    @GET
    @Path("/{instance}")
    public Uni<Response> one(@RestPath String instance) {
        return Aside.of(views::fresh)
                .chain(fresh -> hooks.instances().contains(instance) || fresh.isWaiting(instance)
                        ? asked(instance)
                        : Uni.createFrom().item(unknown(instance)));
    }

    private Uni<Response> asked(String instance) {
        return sources.of(instance)
                .chain(found -> found.map(known -> ears.ask(known.source())
                                .replaceWithVoid()
                                .onFailure(UpstreamTrouble.class)
                                .recoverWithNull())
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(this::kept)
                .map(kept -> Response.ok(views.one(instance, kept)).build())
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    /** Lets the program send its own Test, which also ends a block. */
    @POST
    @Path("/{instance}/test")
    public Uni<Response> test(@RestPath String instance) {
        Instant start = Instant.now();
        return withSource(instance, known -> ears.wake(known.source())
                .chain(() -> setup.arrived(instance, start))
                .map(arrived -> Response.ok(new Tested(
                                arrived ? "VERIFIED" : "SENT_BUT_NOT_SEEN",
                                Instant.now().toEpochMilli() - start.toEpochMilli()))
                        .build()));
    }

    @POST
    @Path("/{instance}/hook")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> hook(@RestPath String instance, ConnectionOrder order, @Context UriInfo call) {
        return withSource(instance, known -> {
            try {
                return orders.carryOut(known, order, call.getBaseUri());
            } catch (IllegalArgumentException e) {
                return Uni.createFrom().item(Problem.answer(Status.BAD_REQUEST, e.getMessage(), ConnectionOrder.HINT));
            }
        });
    }

    private Uni<Response> withSource(String instance, Function<Known, Uni<Response>> action) {
        if (!hooks.instances().contains(instance)) {
            return Uni.createFrom().item(unknown(instance));
        }
        return sources.of(instance)
                .chain(known ->
                        known.map(action).orElseGet(() -> Uni.createFrom().item(notOurs(instance))))
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(ConnectionResource::trouble)
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    private Uni<Kept> kept() {
        return hooks.lastKept().chain(last -> setup.choices()
                .chain(choices -> setup.copies().map(copies -> new Kept(last, choices, copies))));
    }

    private Response unknown(String instance) {
        return Problem.answer(
                Status.NOT_FOUND,
                "There is no such instance.",
                "Known are: "
                        + String.join(", ", hooks.instances().stream().sorted().toList()) + ".");
    }

    private Response notOurs(String instance) {
        String why = views.obstacle(instance)
                .map(lack -> "We cannot call " + instance + ": " + lack + ".")
                .orElse("The hooks of " + instance + " are set up in the program itself.");
        return Problem.answer(
                Status.CONFLICT,
                why,
                "Its hooks are taken all the same, at /hooks/" + instance + " with the API key as X-Api-Key.");
    }

    static Response trouble(Throwable trouble) {
        return Problem.answer(
                Status.BAD_GATEWAY,
                trouble.getMessage() + ".",
                "Nothing was lost. If it cannot reach us, say in conveyarr.hooks.own-url at which address it can, such"
                        + " as http://conveyarr:8484; an address of one container or machine is often none in another.");
    }
}
