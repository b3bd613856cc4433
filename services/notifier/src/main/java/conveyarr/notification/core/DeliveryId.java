package conveyarr.notification.core;

import java.util.UUID;

/** One event on its way to one channel; as text {@code <event id>|<channel>}. */
public record DeliveryId(UUID event, String channel) {

    public static DeliveryId parse(String text) {
        int bar = text.indexOf('|');
        return new DeliveryId(UUID.fromString(text.substring(0, bar)), text.substring(bar + 1));
    }

    @Override
    public String toString() {
        return event + "|" + channel;
    }
}
