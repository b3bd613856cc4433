package conveyarr.request.in;

import conveyarr.events.RequestId;
import conveyarr.upstream.RequestPortal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which open requests are surely gone. An answer holds the newest requests in any state, so only there does a gap say something (an older one
 * may have been finished meanwhile); and it has to be missing in two answers in a row, because a Seerr may list a request later than it sends
 * the hook.
 */
final class Absences {
    private final Map<String, Set<RequestId>> missedBefore = new ConcurrentHashMap<>();

    /** {@code answered} are the numbers of all requests in a complete answer. */
    List<RequestId> certain(String instance, List<RequestId> open, Set<Long> answered) {
        long floor = answered.size() < RequestPortal.NEWEST ? Long.MIN_VALUE : oldestOfTheNewest(answered);
        Set<RequestId> missing = open.stream()
                .filter(request -> request.number() > floor && !answered.contains(request.number()))
                .collect(Collectors.toSet());
        Set<RequestId> before = missedBefore.getOrDefault(instance, Set.of());
        missedBefore.put(instance, new HashSet<>(missing));
        return missing.stream()
                .filter(before::contains)
                .sorted(Comparator.comparingLong(RequestId::number))
                .toList();
    }

    private static long oldestOfTheNewest(Set<Long> answered) {
        return answered.stream()
                .sorted(Comparator.reverseOrder())
                .skip(RequestPortal.NEWEST - 1L)
                .findFirst()
                .orElseThrow();
    }
}
