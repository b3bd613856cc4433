package conveyarr.request.out;

import conveyarr.events.NaturalKey;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.HandOverRetried;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.events.RequestEvent.RequestActionTaken;
import conveyarr.events.RequestId;
import conveyarr.request.core.Approval;
import conveyarr.request.core.Approval.Candidate;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.UpstreamTrouble.Declined;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.jboss.logging.Logger;

/**
 * Does things to requests in Seerr. Each call looks first what the request is now, so that it may be made twice, or late. What Seerr refuses is
 * told; when it does not answer, the call is made again.
 */
public final class PortalCalls {
    private static final Logger LOGGER = Logger.getLogger(PortalCalls.class);

    private final Upstreams upstreams;
    private final BiFunction<RequestEvent, NaturalKey, Uni<Void>> telling;
    private final Approval approval;
    private final BinaryOperator<String> reference;

    /** {@code reference} gives the reference of a person from the instance and the name there. */
    public PortalCalls(
            Upstreams upstreams,
            BiFunction<RequestEvent, NaturalKey, Uni<Void>> telling,
            Approval approval,
            BinaryOperator<String> reference) {
        this.upstreams = upstreams;
        this.telling = telling;
        this.approval = approval;
        this.reference = reference;
    }

    public Uni<Void> consider(RequestId request) {
        return with(request, Set.of(RequestState.PENDING), (portal, seen) -> portal.requests()
                .map(all -> approval.by(candidate(seen, all)))
                .chain(rule -> rule.map(name -> approve(portal, seen, name))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    public Uni<Void> retry(RequestId request, int attempt) {
        var late = Set.of(RequestState.FAILED, RequestState.APPROVED, RequestState.AUTO_APPROVED);
        return with(request, late, (portal, seen) -> refusal(portal, request, RequestAction.RETRY)
                .chain(refusal -> telling.apply(
                        new HandOverRetried(seen.media(), request, attempt, refusal),
                        NaturalKey.of("hand-over-retried", request.number(), attempt))));
    }

    private Uni<Void> approve(RequestPortal portal, RequestSeen seen, String rule) {
        return refusal(portal, seen.request(), RequestAction.APPROVE)
                .chain(refusal -> telling.apply(
                        new RequestActionTaken(
                                seen.media(), seen.request(), RequestAction.APPROVE, "rule:" + rule, refusal),
                        NaturalKey.of("request-action", seen.request().number(), RequestAction.APPROVE, rule)));
    }

    /** Empty when it was done. */
    private static Uni<Optional<String>> refusal(RequestPortal portal, RequestId request, RequestAction action) {
        return portal.act(request.number(), action)
                .map(_ -> Optional.<String>empty())
                .onFailure(Declined.class)
                .recoverWithItem(failure -> Optional.of(((Declined) failure).words()));
    }

    private Candidate candidate(RequestSeen seen, List<RequestSeen> all) {
        String who = seen.asked().requestedBy();
        long pending = all.stream()
                .filter(one -> one.state() == RequestState.PENDING
                        && one.asked().requestedBy().equals(who))
                .count();
        var names = Set.of(who, reference.apply(seen.request().instance(), who));
        return new Candidate(
                seen.media().kind(),
                names,
                seen.asked().uhd(),
                seen.asked().seasons().size(),
                (int) pending);
    }

    private Uni<Void> with(
            RequestId request, Set<RequestState> states, BiFunction<RequestPortal, RequestSeen, Uni<Void>> deed) {
        var portal = upstreams.one(RequestPortal.class, request.instance());
        if (portal.isEmpty()) {
            LOGGER.warnf("portal.unknown instance=%s request=%d", request.instance(), request.number());
            return Uni.createFrom().voidItem();
        }
        return portal.get().request(request.number()).chain(found -> found.filter(seen -> states.contains(seen.state()))
                .map(seen -> deed.apply(portal.get(), seen))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
