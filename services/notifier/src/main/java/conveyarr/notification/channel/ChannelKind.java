package conveyarr.notification.channel;

import java.util.Set;

/** A kind of channel, found by CDI; one kind may be opened many times. */
public interface ChannelKind {
    /** The word for {@code conveyarr.channels.<name>.kind}. */
    String kind();

    /** The config keys that this kind cannot do without; they may depend on what else is set. */
    Set<String> needs(ChannelSettings settings);

    /** The config keys that it may have besides. Keys are one word each: the environment knows no other. */
    default Set<String> takes() {
        return Set.of();
    }

    /** The keys whose values are never shown. Of a {@code url} everything but the host is secret anyhow. */
    default Set<String> secrets() {
        return Set.of();
    }

    /** Opens a channel; sends nothing. Throws what {@link ChannelSettings#wrong} gives when a value cannot be used. */
    Channel open(ChannelSettings settings, Post post);
}
