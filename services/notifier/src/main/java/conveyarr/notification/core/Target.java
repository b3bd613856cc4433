package conveyarr.notification.core;

import java.util.Optional;

/** Where a message goes: to whoever listens on the channel, or there to one {@code person}, by the reference that events carry. */
public record Target(String channel, Optional<String> person) {
    public static Target everybody(String channel) {
        return new Target(channel, Optional.empty());
    }

    /** {@code phone} or {@code phone|<person>}. */
    public static Target parse(String text) {
        int bar = text.indexOf('|');
        return bar < 0 ? everybody(text) : new Target(text.substring(0, bar), Optional.of(text.substring(bar + 1)));
    }

    @Override
    public String toString() {
        return person.map(who -> channel + "|" + who).orElse(channel);
    }
}
