package conveyarr.notification.channel;

import java.util.Map;
import java.util.TreeMap;

/**
 * A channel as somebody wants it saved: {@code settings} by the keys of its kind. {@code sealed} holds the secrets of the dry run of the same
 * order; {@code saveAnyway} saves one whose test was not good.
 */
public record ChannelOrder(
        String kind,
        Map<String, String> settings,
        String sealed,
        boolean dryRun,
        boolean saveAnyway,
        String confirmToken) {
    public ChannelOrder {
        var given = new TreeMap<String, String>();
        if (settings != null) {
            settings.forEach((key, value) -> {
                if (value != null && !value.isBlank() && !key.equals("kind")) {
                    given.put(key, value.strip());
                }
            });
        }
        settings = given;
    }

    /** Without the values: there are secrets among them. */
    @Override
    public String toString() {
        return "ChannelOrder " + kind + " " + settings.keySet();
    }
}
