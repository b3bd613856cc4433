package conveyarr.health.view.other;

import java.util.List;

/** A kind of channel, as the notifier tells it, with the keys that it has. */
public record ChannelKind(String kind, List<Key> keys) {
    public record Key(String key, boolean needed, boolean secret) {}

    public record Kinds(List<ChannelKind> items) {
        public static final Kinds NONE = new Kinds(List.of());
    }
}
