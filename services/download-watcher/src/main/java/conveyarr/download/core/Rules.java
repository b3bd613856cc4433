package conveyarr.download.core;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Signal.Look;
import conveyarr.events.DownloadEvent.DownloadAction;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is done about downloads that do not go on.
 *
 * @param rules the first that fits a download says what is done
 * @param dryRun nothing is done, only told
 * @param replacePrivate whether what may be of a private tracker may be given up
 */
public record Rules(
        Progress progress, List<Rule> rules, Set<String> protectedWords, boolean dryRun, boolean replacePrivate) {

    /**
     * What counts as progress.
     *
     * @param patience without any for so long, a download is stalled
     * @param least fewer bytes than these are none
     * @param slowBelow bytes a second, measured over {@code slowFor}; 0 never
     * @param settle after a hold, so long passes before its time counts again
     * @param longestGap a time without a look that was longer does not count
     * @param orphanAfter when nobody has waited for it for so long, a download is an orphan
     */
    public record Progress(
            Duration patience,
            long least,
            long slowBelow,
            Duration slowFor,
            Duration settle,
            Duration longestGap,
            Duration orphanAfter) {}

    /** {@code after} is counted from the beginning of the trouble; {@code category} is where {@code CHANGE_CATEGORY} puts it. */
    public record Step(DownloadAction action, Duration after, String category) {}

    public record Rule(String name, Kind kind, Scope scope, List<Step> steps) {}

    /** Which downloads a rule is for; an empty set is for all. One of {@code reasons}, in lower case, is in the words of an *arr. Percent and bytes are from, inclusive, and to, inclusive. */
    public record Scope(
            Optional<Boolean> isPrivate,
            Range percent,
            Range bytes,
            Set<String> categories,
            Set<String> tags,
            Set<String> trackers,
            Set<String> reasons) {
        public static final Scope ALL =
                new Scope(Optional.empty(), Range.ANY, Range.ANY, Set.of(), Set.of(), Set.of(), Set.of());

        boolean holds(Repair.Seeing seen) {
            Look look = seen.look();
            String words = seen.reasons().toLowerCase(Locale.ROOT);
            Traits traits = look.traits();
            return isPrivate.map(wanted -> wanted == traits.mayBePrivate()).orElse(true)
                    && percent.holds(look.percent())
                    && bytes.holds(look.amount().total())
                    && (categories.isEmpty() || categories.contains(traits.category()))
                    && (tags.isEmpty() || traits.tags().stream().anyMatch(tags::contains))
                    && (trackers.isEmpty() || traits.trackers().stream().anyMatch(trackers::contains))
                    && (reasons.isEmpty() || reasons.stream().anyMatch(words::contains));
        }
    }

    public record Range(long from, long to) {
        public static final Range ANY = new Range(0, Long.MAX_VALUE);

        boolean holds(long value) {
            return value >= from && value <= to;
        }
    }

    /** Its category, one of its tags or trackers, or its name is on the list of what is never touched. */
    public boolean protects(Look look) {
        Traits traits = look.traits();
        return protectedWords.contains(traits.category())
                || protectedWords.contains(look.name())
                || traits.tags().stream().anyMatch(protectedWords::contains)
                || traits.trackers().stream().anyMatch(protectedWords::contains);
    }

    private static final Set<DownloadAction> GIVE_UP = EnumSet.of(DownloadAction.REPLACE, DownloadAction.REMOVE);

    private static final Rule NONE = new Rule("", Kind.STALLED, Scope.ALL, List.of());

    /** The rule by which this trouble was begun to be mended, or the first that fits; without giving up what may be private. */
    Rule ruleFor(Kind kind, Optional<String> begun, Repair.Seeing seen) {
        List<Rule> all = rules.stream().filter(rule -> rule.kind() == kind).toList();
        Rule found = begun.flatMap(name ->
                        all.stream().filter(rule -> rule.name().equals(name)).findFirst())
                .or(() -> all.stream().filter(rule -> rule.scope().holds(seen)).findFirst())
                .orElse(NONE);
        boolean spare = !replacePrivate && seen.look().traits().mayBePrivate();
        return new Rule(
                found.name(),
                kind,
                found.scope(),
                found.steps().stream()
                        .filter(step -> !spare || !GIVE_UP.contains(step.action()))
                        .toList());
    }
}
