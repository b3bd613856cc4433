package conveyarr.health.view.other;

import java.util.Map;
import java.util.Set;

/**
 * How a channel is set, as the notifier tells it: {@code shown} without its secrets, which are {@code hidden}. {@code from} says of each setting
 * where it comes from.
 */
public record ChannelSettings(
        String kind,
        String host,
        Map<String, String> shown,
        Set<String> hidden,
        Map<String, String> from,
        boolean editable,
        String change)
        implements Saved {}
