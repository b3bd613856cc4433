package conveyarr.request.in;

import conveyarr.events.RequestId;
import conveyarr.request.in.Absences.Known;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks a Seerr itself for a request that its answer lacks without proving that it is gone, such as the newest of all: one question a look, and
 * gone is what it says twice in a row that it does not have.
 *
 * <p>A Seerr with another database has none of ours, and says so of each. That several were withdrawn is believed only where its answer holds
 * a request that was there before, as far as we remember: a restart forgets it, until a newer request is made.
 */
final class Doubts {
    private final Map<String, Asked> last = new ConcurrentHashMap<>();

    private final Map<String, Set<Long>> before = new ConcurrentHashMap<>();

    private record Asked(RequestId request, boolean missing) {}

    /** The request to ask for now. */
    Optional<RequestId> next(String instance, Known known, Set<Long> answered) {
        if (Absences.proves(known, answered)) {
            before.put(instance, answered);
        }
        var doubtful = doubtful(instance, known, answered);
        Asked asked = doubtful.isEmpty() ? last.remove(instance) : last.get(instance);
        return doubtful.stream()
                .filter(request -> asked == null || isNext(asked, request))
                .findFirst()
                .or(() -> doubtful.stream().findFirst());
    }

    /** Whether this answer is the second in a row by which it is not there. */
    boolean isGone(RequestId request, boolean there) {
        Asked now = new Asked(request, !there);
        return now.equals(last.put(request.instance(), now)) && !there;
    }

    private List<RequestId> doubtful(String instance, Known known, Set<Long> answered) {
        var missing = Absences.missing(known, answered);
        boolean same = before.getOrDefault(instance, Set.of()).stream().anyMatch(answered::contains);
        return Absences.proves(known, answered) || missing.size() > 1 && !same
                ? List.of()
                : missing.stream()
                        .sorted(Comparator.comparingLong(RequestId::number))
                        .toList();
    }

    private static boolean isNext(Asked asked, RequestId request) {
        return asked.missing()
                ? request.equals(asked.request())
                : request.number() > asked.request().number();
    }
}
