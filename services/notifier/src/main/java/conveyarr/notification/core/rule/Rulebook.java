package conveyarr.notification.core.rule;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What the owner wants told. {@code quiet} is by the name of the channel; {@code language} is {@code en} or {@code de}; {@code zone} is where
 * the times of digests are read.
 */
public record Rulebook(List<Rule> rules, Map<String, Quiet> quiet, String language, ZoneId zone) {
    /** What needs somebody, and the news, go to everybody on every channel. */
    public static final List<Rule> STANDARD = List.of(new Rule(null, null, null, null));

    public Rulebook {
        rules = rules == null || rules.isEmpty() ? STANDARD : List.copyOf(rules);
        quiet = quiet == null ? Map.of() : Map.copyOf(quiet);
    }

    /** Whether a rule or a quiet time is for this very channel. */
    public boolean names(String channel) {
        return quiet.containsKey(channel)
                || rules.stream().anyMatch(rule -> rule.channels().contains(channel));
    }

    /** With the language and the zone of the other where this one has none. */
    public Rulebook filled(Rulebook other) {
        return new Rulebook(
                rules, quiet, language == null ? other.language : language, zone == null ? other.zone : zone);
    }
}
