package conveyarr.request.in;

import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.events.RequestId;
import conveyarr.events.TimelineId;
import conveyarr.flow.http.Plan;
import conveyarr.request.Requests;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Sighting.RequestSeen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/** Finds the request that somebody means, as it is in Seerr at this moment. */
@Singleton
class AskedFor {
    private final Portals portals;
    private final Requests requests;

    AskedFor(Portals portals, Requests requests) {
        this.portals = portals;
        this.requests = requests;
    }

    /** {@code seen} is empty for one that is not there any more. */
    record Target(RequestPortal portal, RequestId request, Optional<RequestSeen> seen) {
        Plan.Step step(RequestAction action) {
            String at = "/api/v1/request/" + request.number();
            String what = seen.map(one -> one.asked().title() + " (" + one.state() + ")")
                    .orElse("?");
            return switch (action) {
                case APPROVE ->
                    new Plan.Step(portal.name(), "POST " + at + "/approve", "approves " + what + " and hands it on");
                case DECLINE -> new Plan.Step(portal.name(), "POST " + at + "/decline", "declines " + what);
                case RETRY -> new Plan.Step(portal.name(), "POST " + at + "/retry", "hands " + what + " on once more");
                case WITHDRAW ->
                    new Plan.Step(portal.name(), "DELETE " + at, "deletes the request for " + what + ", no file");
            };
        }
    }

    Uni<Target> find(String id, RequestAction action) {
        return id.matches("rq_[0-9a-f]{12}")
                ? requests.openOf(new TimelineId(id)).chain(all -> target(only(all, action)))
                : target(RequestNames.read(id)
                        .orElseThrow(() -> Portals.refused(
                                Status.NOT_FOUND,
                                "That is the name of no request.",
                                "It is <instance>-<number>, such as seerr-17, or the id of a timeline.")));
    }

    private Uni<Target> target(RequestId request) {
        RequestPortal portal = portals.named(request.instance())
                .orElseThrow(() -> Portals.refused(
                        Status.NOT_FOUND,
                        "There is no such Seerr.",
                        "Connected are "
                                + portals.all().stream()
                                        .map(RequestPortal::name)
                                        .toList() + "."));
        return portal.request(request.number()).map(seen -> new Target(portal, request, seen));
    }

    private static RequestId only(List<RequestId> all, RequestAction action) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        throw Portals.refused(
                all.isEmpty() ? Status.NOT_FOUND : Status.CONFLICT,
                all.isEmpty() ? "Nobody waits for this." : "Several requests wait for this.",
                all.isEmpty()
                        ? "GET /api/v1/requests shows what became of it."
                        : "Say which one to " + action.name().toLowerCase(java.util.Locale.ROOT) + ": "
                                + all.stream().map(RequestNames::of).sorted().toList() + ".");
    }
}
