package conveyarr.request.in;

import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.flow.Alone;
import conveyarr.flow.FirstLook;
import conveyarr.flow.InOrder;
import conveyarr.request.RequestFlow;
import conveyarr.request.Requests;
import conveyarr.request.in.Absences.Known;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Looks at every Seerr, which finds what no hook told: it sends each hook once, and not at all for a request that was deleted. */
@ApplicationScoped
class PortalPoll {
    private final Upstreams upstreams;
    private final Requests requests;
    private final SeenRequests seen;
    private final Alone poll;
    private final FirstLook firstLook;
    private final Absences absences = new Absences();
    private final Doubts doubts = new Doubts();
    /** What the last answer of each Seerr held, so that an answer without news costs nothing. Lost at a restart, which does no harm. */
    private final Map<String, Set<UUID>> handled = new ConcurrentHashMap<>();

    PortalPoll(RequestFlow flow, Upstreams upstreams, Requests requests, SeenRequests seen) {
        this.upstreams = upstreams;
        this.requests = requests;
        this.seen = seen;
        this.poll = new Alone(flow, "requests");
        this.firstLook = new FirstLook(flow);
    }

    @Scheduled(every = "{conveyarr.request.poll-every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return poll.each(upstreams.all(RequestPortal.class), RequestPortal::name, (portal, _) -> look(portal));
    }

    /** What we know is read before the answer, so that a request which comes in meanwhile is not missed in it. */
    Uni<Void> look(RequestPortal portal) {
        return known(portal.name())
                .chain(known -> portal.requests().chain(answer -> handle(portal.name(), known, answer)
                        .invoke(() -> handled.put(portal.name(), ids(answer)))
                        .chain(() -> gone(portal, known, answer))));
    }

    private Uni<Void> handle(String instance, Known known, List<RequestSeen> answer) {
        var news = news(instance, known, answer);
        return handled.containsKey(instance)
                ? InOrder.eachPossible(news, seen::hand)
                : firstLook
                        .isDue(instance)
                        .chain(past -> InOrder.eachPossible(news, one -> seen.hand(past ? past(one) : one)))
                        .chain(() -> firstLook.done(instance));
    }

    private static RequestSeen past(RequestSeen one) {
        return new RequestSeen(
                one.occurrence().asPast(), one.media(), one.request(), one.state(), one.asked(), one.since());
    }

    private Uni<Known> known(String instance) {
        return requests.open(instance)
                .chain(open -> requests.highest(instance).map(highest -> new Known(open, highest)));
    }

    /** What the answer before did not hold; and what it did, where a hook told something else meanwhile. */
    private List<RequestSeen> news(String instance, Known known, List<RequestSeen> answer) {
        Set<UUID> before = handled.getOrDefault(instance, Set.of());
        return answer.stream()
                .filter(request -> !before.contains(request.occurrence().id()) || contradicts(known, request))
                .toList();
    }

    private static boolean contradicts(Known known, RequestSeen seen) {
        var last = known.open().getOrDefault(seen.request(), Optional.empty());
        return last.isPresent()
                && !last.get().equals(SeenRequests.word(seen.state()).step());
    }

    private static Set<UUID> ids(List<RequestSeen> answer) {
        return answer.stream().map(request -> request.occurrence().id()).collect(Collectors.toUnmodifiableSet());
    }

    private Uni<Void> gone(RequestPortal portal, Known known, List<RequestSeen> answer) {
        var numbers = answer.stream().map(one -> one.request().number()).collect(Collectors.toSet());
        return InOrder.eachPossible(
                        absences.certain(portal.name(), known, numbers), request -> seen.gone(request, Via.POLL))
                .chain(() -> doubts.next(portal.name(), known, numbers)
                        .map(request -> ask(portal, request))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> ask(RequestPortal portal, RequestId request) {
        return portal.request(request.number())
                .chain(found -> doubts.isGone(request, found.isPresent())
                        ? seen.gone(request, Via.POLL)
                        : Uni.createFrom().voidItem());
    }
}
