package conveyarr.download;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Rules;
import conveyarr.download.core.Rules.Progress;
import conveyarr.download.core.Rules.Range;
import conveyarr.download.core.Rules.Rule;
import conveyarr.download.core.Rules.Scope;
import conveyarr.download.core.Rules.Step;
import conveyarr.events.DownloadEvent.DownloadAction;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the rules, and says in one line what is wrong with one. */
@Singleton
public class RuleSettings {
    private static final String KEY = "conveyarr.download.rules.rule.";
    private static final Pattern STEP = Pattern.compile(
            "(reannounce|pause|replace|remove|category:([^@]+))@(\\d+(?:ms|[smhd]))", Pattern.CASE_INSENSITIVE);

    private static final Duration LONGEST_GAP = Duration.ofMinutes(2);

    /** One that does not move is looked at at least every 15 s. */
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(20);

    private final Rules rules;

    RuleSettings(
            RulesConfig config,
            @ConfigProperty(name = "conveyarr.download.stalled-after", defaultValue = "10m") Duration patience) {
        var progress = new Progress(
                patience,
                config.leastProgress().asLongValue(),
                config.slowBelow().asLongValue(),
                config.slowFor(),
                config.settle(),
                longestGap(patience),
                config.orphanAfter());
        var all = new ArrayList<Rule>();
        new TreeMap<>(config.rule()).forEach((name, entry) -> all.add(rule(name, entry)));
        all.addAll(BuiltInRules.all(patience));
        this.rules = new Rules(
                progress,
                List.copyOf(all),
                config.protect().orElse(Set.of()),
                config.dryRun(),
                config.replacePrivate());
    }

    /** A time without a look that was longer does not count; with little patience a short one would be a strike. */
    private static Duration longestGap(Duration patience) {
        Duration half = patience.dividedBy(2);
        Duration least = half.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : half;
        return least.compareTo(LONGEST_GAP) < 0 ? least : LONGEST_GAP;
    }

    public Rules rules() {
        return rules;
    }

    static Rule rule(String name, RulesConfig.Entry entry) {
        boolean nothing = entry.steps().equals(List.of("none"));
        List<Step> steps = nothing
                ? List.of()
                : entry.steps().stream().map(text -> step(name, text)).toList();
        Kind kind = kind(name, entry.kind());
        check(name, kind, steps);
        return new Rule(name, kind, scope(entry), steps);
    }

    /** What nobody waits for is not looked for again; and what somebody waits for is not just taken away. */
    private static void check(String name, Kind kind, List<Step> steps) {
        var wrong = kind == Kind.ORPHAN ? DownloadAction.REPLACE : DownloadAction.REMOVE;
        if (steps.stream().anyMatch(step -> step.action() == wrong)) {
            throw new ConfigurationException(KEY + name + ".steps: "
                    + (kind == Kind.ORPHAN
                            ? "no *arr waits for an orphan, so there is nothing to replace; write remove@7d"
                            : "remove is for orphans only; write replace@6h, which looks for another release"));
        }
    }

    private static Kind kind(String name, String word) {
        String wanted = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new ConfigurationException(KEY + name + ".kind: there is no \"" + word + "\"; known are "
                                + Arrays.toString(Kind.values())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')));
    }

    private static Step step(String name, String text) {
        Matcher found = STEP.matcher(text.strip());
        if (!found.matches()) {
            throw new ConfigurationException(
                    KEY + name + ".steps: \"" + text
                            + "\" is no step; write reannounce@10m, category:stuck@3h, pause@4h, replace@6h or (of an orphan) remove@7d");
        }
        String category = found.group(2);
        DownloadAction action = category != null
                ? DownloadAction.CHANGE_CATEGORY
                : DownloadAction.valueOf(found.group(1).toUpperCase(Locale.ROOT));
        return new Step(action, DurationConverter.parseDuration(found.group(3)), category == null ? "" : category);
    }

    private static Scope scope(RulesConfig.Entry entry) {
        var bytes = new Range(
                entry.fromSize().map(MemorySize::asLongValue).orElse(0L),
                entry.toSize().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE));
        return new Scope(
                entry.isPrivate(),
                new Range(entry.fromPercent(), entry.toPercent()),
                bytes,
                entry.categories().orElse(Set.of()),
                entry.tags().orElse(Set.of()),
                entry.trackers().orElse(Set.of()),
                entry.reasons().orElse(Set.of()).stream()
                        .map(words -> words.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }
}
