package conveyarr.health.view.other;

import conveyarr.health.timeline.Words;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What download-watcher does about downloads that do not go on. */
public record StallRules(
        Progress progress, List<Rule> rules, Set<String> protectedWords, boolean dryRun, boolean replacePrivate) {
    public record Progress(Duration patience, Duration settle) {
        public String patient() {
            return Words.time(patience);
        }

        public String settling() {
            return Words.time(settle);
        }
    }

    public record Step(String action, Duration after) {
        String words() {
            return Shown.words(action).toLowerCase(java.util.Locale.ROOT) + " after " + Words.time(after);
        }
    }

    public record Rule(String name, String kind, List<Step> steps) {
        public String word() {
            return Shown.words(kind);
        }

        public String sentence() {
            return steps.isEmpty()
                    ? "only told"
                    : steps.stream().map(Step::words).collect(Collectors.joining(", then "));
        }
    }
}
