package conveyarr.upstream;

import conveyarr.upstream.Facts.Speeds;
import java.util.Optional;

/**
 * How a download client stands as a whole.
 *
 * @param freeBytes free space where it saves
 * @param pace how its speed is limited, in its own words: to be compared and to be given back, not to be understood
 * @param externalAddress the address by which the world sees it, as far as it knows; empty proves nothing
 * @param paused everything rests, with the client's reason if it gives one ("" when it gives none)
 */
public record Standing(
        Connection connection,
        Speeds speeds,
        Optional<Long> freeBytes,
        Optional<String> pace,
        Optional<String> externalAddress,
        Optional<String> paused) {
    public static final Standing UNKNOWN = new Standing(
            Connection.UNKNOWN, Speeds.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same, with what is known of its address from elsewhere. */
    public Standing seenAt(Optional<String> address) {
        return new Standing(connection, speeds, freeBytes, pace, address, paused);
    }

    /**
     * {@code DISCONNECTED}: it does not even listen, as when its interface is gone. {@code FIREWALLED}: it listens, and nobody has come in
     * yet, which is also how every start looks. A client that waits for nobody is {@code CONNECTED}.
     */
    public enum Connection {
        CONNECTED,
        FIREWALLED,
        DISCONNECTED,
        UNKNOWN
    }
}
