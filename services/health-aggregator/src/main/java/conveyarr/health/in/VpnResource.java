package conveyarr.health.in;

import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.OwnAddress;
import conveyarr.flow.http.Plan;
import conveyarr.flow.http.Problem;
import conveyarr.health.Stack;
import conveyarr.health.core.Look;
import conveyarr.health.core.Tunnel;
import conveyarr.health.view.Items;
import conveyarr.health.view.VpnView;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.VpnGateway;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The VPN for programs: what we believe of each tunnel, and a restart that has to be confirmed. */
@Path("/api/v1/vpn")
@Produces(MediaType.APPLICATION_JSON)
class VpnResource {
    private final Upstreams upstreams;
    private final Stack stack;
    private final Confirmation confirmation;
    private final OwnAddress own;

    VpnResource(Upstreams upstreams, Stack stack, Confirmation confirmation, OwnAddress own) {
        this.upstreams = upstreams;
        this.stack = stack;
        this.confirmation = confirmation;
        this.own = own;
    }

    @GET
    public Uni<Items<VpnView>> all() {
        return Away.answered(stack.tunnels()
                .map(tunnels -> new Items<>(upstreams.all(VpnGateway.class).stream()
                        .map(gateway -> view(gateway, tunnel(gateway, tunnels)))
                        .toList())));
    }

    /** {@code gateway} may be left away where there is only one. */
    @POST
    @Path("/restart")
    public Uni<Response> restart(
            @RestQuery String gateway,
            @RestQuery @DefaultValue("false") boolean dryRun,
            @RestQuery String confirmToken) {
        VpnGateway named = named(gateway);
        return Away.answered(stack.tunnels()
                .map(tunnels -> instead(named, tunnel(named, tunnels)))
                .chain(no -> no.map(VpnResource::answer)
                        .orElseGet(() -> dryRun ? planned(named.name()) : ordered(named.name(), confirmToken))));
    }

    private Uni<Response> planned(String gateway) {
        var plan = confirmation.plan(action(gateway), steps(gateway), Instant.now());
        return answer(Response.ok(plan).build());
    }

    private Uni<Response> ordered(String gateway, String confirmToken) {
        Instant now = Instant.now();
        var steps = steps(gateway);
        return confirmation.confirms(confirmToken, action(gateway), steps, now)
                ? stack.observe(gateway, new Look.RestartAsked(now))
                        .replaceWith(
                                () -> Response.accepted(new Plan(steps, null)).build())
                : answer(Confirmation.missing());
    }

    /** An order that the gateway cannot follow is not even asked about. */
    private static Optional<Response> instead(VpnGateway gateway, Tunnel tunnel) {
        return tunnel.notes()
                .said()
                .word()
                .flatMap(gateway::insteadOfRestart)
                .map(why -> Problem.answer(
                        Response.Status.CONFLICT, "A restart of " + gateway.name() + " would do nothing.", why + "."));
    }

    private static String action(String gateway) {
        return "restart " + gateway;
    }

    private static List<Plan.Step> steps(String gateway) {
        return List.of(new Plan.Step(
                gateway,
                "PUT /v1/vpn/status",
                "stops the tunnel and starts it again; downloads behind it wait meanwhile"));
    }

    private VpnGateway named(String wanted) {
        List<VpnGateway> all = upstreams.all(VpnGateway.class);
        return all.stream()
                .filter(gateway ->
                        wanted == null ? all.size() == 1 : gateway.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WebApplicationException(Problem.answer(
                        Response.Status.NOT_FOUND,
                        wanted == null ? "It is not clear which gateway is meant." : "There is no such VPN gateway.",
                        "Say gateway=<name>; known are "
                                + all.stream().map(VpnGateway::name).toList() + ".")));
    }

    private static Tunnel tunnel(VpnGateway gateway, List<Tunnel> tunnels) {
        return tunnels.stream()
                .filter(tunnel -> tunnel.name().equals(gateway.name()))
                .findFirst()
                .orElseGet(() -> new Tunnel.Unknown(gateway.name()));
    }

    private VpnView view(VpnGateway gateway, Tunnel tunnel) {
        var behind = upstreams.names().stream()
                .filter(upstreams::isBehindVpn)
                .sorted()
                .toList();
        return VpnView.of(tunnel, new VpnView.Place(behind, gateway, own.hooks(gateway.name())));
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
    }
}
