package conveyarr.notification.core;

import java.util.UUID;

/** One event on its way to one target; as text {@code <event id>|<channel>} or {@code <event id>|<channel>|<person>}. */
public record DeliveryId(UUID event, Target target) {

    /** Throws {@link IllegalArgumentException} for what is no such id. */
    public static DeliveryId parse(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("not the id of a delivery: " + text);
        }
        return new DeliveryId(UUID.fromString(text.substring(0, bar)), Target.parse(text.substring(bar + 1)));
    }

    public String channel() {
        return target.channel();
    }

    @Override
    public String toString() {
        return event + "|" + target;
    }
}
