package conveyarr.notification.channel;

import java.util.Set;

/** A kind of channel, found by CDI; one kind may be opened many times. */
public interface ChannelKind {
    /** The word for {@code conveyarr.channels.<name>.kind}. */
    String kind();

    /** The config keys that this kind cannot do without. */
    Set<String> needs();

    /** The config keys that it may have besides. */
    default Set<String> takes() {
        return Set.of();
    }

    /** Opens a channel; sends nothing. Throws what {@link ChannelSettings#wrong} gives when a value cannot be used. */
    Channel open(ChannelSettings settings, Post post);
}
