package conveyarr.health.core;

import java.util.Locale;
import java.util.stream.Stream;

/** Why a message was not sent on purpose: a few words for a metric, since the sentences of the notifier name times. */
public enum Hushed {
    MUTED("muted until"),
    PAST("happened before"),
    OLD("older than"),
    OUTDATED("a newer change"),
    OTHER("");

    private final String beginning;

    Hushed(String beginning) {
        this.beginning = beginning;
    }

    public static Hushed of(String reason) {
        return Stream.of(values())
                .filter(one -> reason.startsWith(one.beginning))
                .findFirst()
                .orElse(OTHER);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
