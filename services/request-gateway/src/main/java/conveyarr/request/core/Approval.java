package conveyarr.request.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The owner's rules for requests that need nobody's look. Pure. The first rule that fits approves; what none fits waits for a person. */
public record Approval(List<Rule> rules) {
    public static final Approval NEVER = new Approval(List.of());

    /**
     * What a rule asks for; what it leaves out, it does not care about, but 4K only where it says so.
     *
     * @param kind {@code movie} or {@code series}
     * @param users names or references of people
     * @param mostPending how many requests of the same person may wait, this one counted
     * @param mostSeasons how many seasons of a series may be asked for at once
     */
    public record Rule(
            String name,
            Optional<String> kind,
            Set<String> users,
            Optional<Integer> mostPending,
            Optional<Integer> mostSeasons,
            boolean uhd) {}

    /** A request that waits: {@code names} are what its person may be called by, {@code pending} counts that person's waiting requests. */
    public record Candidate(String kind, Set<String> names, boolean uhd, int seasons, int pending) {}

    /** The name of the rule that approves it. */
    public Optional<String> by(Candidate candidate) {
        return rules.stream()
                .filter(rule -> fits(rule, candidate))
                .map(Rule::name)
                .findFirst();
    }

    private static boolean fits(Rule rule, Candidate c) {
        return rule.kind().map(c.kind()::equals).orElse(true)
                && (rule.users().isEmpty() || meet(rule.users(), c.names()))
                && (rule.uhd() || !c.uhd())
                && rule.mostPending().map(most -> c.pending() <= most).orElse(true)
                && rule.mostSeasons().map(most -> c.seasons() <= most).orElse(true);
    }

    private static boolean meet(Set<String> wanted, Set<String> names) {
        var low = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return wanted.stream().anyMatch(name -> low.contains(name.strip().toLowerCase(Locale.ROOT)));
    }
}
