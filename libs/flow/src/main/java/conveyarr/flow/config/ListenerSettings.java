package conveyarr.flow.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings that every listener must have. Each other value loses, skips or reorders records silently, so that a service that is told
 * otherwise does not start.
 */
final class ListenerSettings {
    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";
    private static final int MOST_AT_A_TIME = 500;

    /** A setting, the one value that it may have, and why. */
    private record Rule(String setting, String value, String why) {}

    private static final List<Rule> RULES = List.of(
            new Rule("auto.offset.reset", "earliest", "with another value a new group skips what is there"),
            new Rule("isolation.level", "read_committed", "otherwise records of a transaction that failed are handled"),
            new Rule("enable.auto.commit", "false", "otherwise records count as handled before they are"),
            new Rule("commit-strategy", "throttled", "the others commit records that are not handled yet"),
            new Rule("failure-strategy", "fail", "the others drop or reorder records; dead letters are our own"),
            new Rule(
                    "throttled.unprocessed-record-max-age.ms",
                    "0",
                    "an input is tried again for as long as its trouble lasts"));

    private static final Rule ONE = new Rule("batch", "false", "its method takes one record at a time");
    private static final Rule MANY = new Rule("batch", "true", "its method takes many records at a time");

    private static final Map<String, String> DEFAULTS = Map.of("batch", "false");

    private final Function<String, Optional<String>> config;
    private final Set<String> channelsOfMany;

    /** {@code channelsOfMany} are those whose method takes many records at a time. */
    ListenerSettings(Function<String, Optional<String>> config, Set<String> channelsOfMany) {
        this.config = config;
        this.channelsOfMany = channelsOfMany;
    }

    /** The first thing that is wrong with a channel, in one sentence. */
    Optional<String> complaint(String channel) {
        Rule atATime = channelsOfMany.contains(channel) ? MANY : ONE;
        Stream<String> wrong = Stream.concat(RULES.stream(), Stream.of(atATime))
                .filter(rule -> !value(channel, rule.setting()).equals(rule.value()))
                .map(rule -> "%s%s.%s is %s, and must be %s: %s. %s"
                        .formatted(
                                INCOMING,
                                channel,
                                rule.setting(),
                                value(channel, rule.setting()),
                                rule.value(),
                                rule.why(),
                                rule == MANY ? "Set it to true." : "Remove the setting."));
        return Stream.concat(wrong, tooMany(channel).stream()).findFirst();
    }

    private Optional<String> tooMany(String channel) {
        String most = value(channel, "max.poll.records");
        return most.matches("[1-9]\\d{0,2}") && Integer.parseInt(most) <= MOST_AT_A_TIME
                ? Optional.empty()
                : Optional.of(
                        "%s%s.max.poll.records is %s, and must be a number from 1 to %d: what was fetched is held in memory until it is handled. Remove the setting."
                                .formatted(INCOMING, channel, most, MOST_AT_A_TIME));
    }

    private String value(String channel, String setting) {
        return config.apply(INCOMING + channel + "." + setting)
                .or(() -> config.apply(CONNECTOR + setting))
                .orElse(DEFAULTS.getOrDefault(setting, "not set"))
                .strip();
    }

    /** The channels among the names of all settings. */
    static List<String> channels(Iterable<String> names) {
        var channels = new TreeMap<String, Boolean>();
        for (String name : names) {
            if (name.startsWith(INCOMING) && name.endsWith(".connector")) {
                channels.put(name.substring(INCOMING.length(), name.length() - ".connector".length()), true);
            }
        }
        return List.copyOf(channels.keySet());
    }
}
