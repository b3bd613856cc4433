package conveyarr.acquisition.core.cause;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the indexers offered for a title when they were last asked: how many releases, and what the *arr has against all of them. */
public record Offers(Instant at, int found, List<String> reasons) {
    private static final int MOST_REASONS = 5;

    /** {@code refusals} has the reasons against each release; one that has none is wanted, and then nothing stands in the way. */
    public static Offers of(Instant at, List<List<String>> refusals) {
        boolean wanted = refusals.stream().anyMatch(List::isEmpty);
        return new Offers(at, refusals.size(), wanted ? List.of() : commonest(refusals));
    }

    private static List<String> commonest(List<List<String>> refusals) {
        Map<String, Long> times = refusals.stream()
                .flatMap(reasons -> reasons.stream().distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REASONS)
                .map(reason -> reason.getKey() + (refusals.size() > 1 ? " (" + reason.getValue() + ")" : ""))
                .toList();
    }

    boolean allRefused() {
        return !reasons.isEmpty();
    }
}
