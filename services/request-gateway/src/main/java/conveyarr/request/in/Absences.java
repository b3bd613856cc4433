package conveyarr.request.in;

import conveyarr.events.RequestId;
import conveyarr.request.core.Request.Step;
import conveyarr.upstream.RequestPortal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which open requests are surely gone. An answer holds the newest requests in any state, so only there does a gap say something (an older one
 * may have been finished meanwhile); and it has to be missing in two answers in a row, because a Seerr may list a request later than it sends
 * the hook.
 *
 * <p>An answer that does not reach the highest number we have heard of, or that is empty, proves nothing: such is also the answer of a Seerr
 * with another database. What is missing in it is in doubt ({@link Doubts}). A Seerr whose database was reset, so that its numbers start
 * again, is not recognised yet: requests with numbers that were there before are taken for the old ones.
 */
final class Absences {
    private final Map<String, Set<RequestId>> missedBefore = new ConcurrentHashMap<>();

    /** What we know of a Seerr: the requests that somebody waits for with its last word of each, and the highest number of all. */
    record Known(Map<RequestId, Optional<Step>> open, long highest) {}

    /** {@code answered} are the numbers of all requests in a complete answer. */
    List<RequestId> certain(String instance, Known known, Set<Long> answered) {
        Set<RequestId> missing = proves(known, answered) ? missing(known, answered) : Set.of();
        Set<RequestId> before = Objects.requireNonNullElse(missedBefore.put(instance, missing), Set.of());
        return missing.stream()
                .filter(before::contains)
                .sorted(Comparator.comparingLong(RequestId::number))
                .toList();
    }

    static boolean proves(Known known, Set<Long> answered) {
        return answered.stream().anyMatch(number -> number >= known.highest());
    }

    static Set<RequestId> missing(Known known, Set<Long> answered) {
        long floor = answered.size() < RequestPortal.NEWEST ? Long.MIN_VALUE : oldestOfTheNewest(answered);
        return known.open().keySet().stream()
                .filter(request -> request.number() > floor && !answered.contains(request.number()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long oldestOfTheNewest(Set<Long> answered) {
        return answered.stream()
                .sorted(Comparator.reverseOrder())
                .skip(RequestPortal.NEWEST - 1L)
                .findFirst()
                .orElseThrow();
    }
}
