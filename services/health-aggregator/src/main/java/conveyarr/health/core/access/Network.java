package conveyarr.health.core.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses that share their first {@code bits}, such as {@code 172.18.0.5} or {@code 10.1.0.0/24}. */
public record Network(InetAddress first, int bits) {
    private static final int MOST_V4 = 8;

    /** Throws {@link IllegalArgumentException} with a sentence: a network so wide that anybody may be in it is not to be trusted. */
    public static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress first = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + text + "\" is no address or network such as 172.18.0.5 or 10.1.0.0/24"));
        int all = first.getAddress().length * 8;
        int bits = parts.length == 1 ? all : parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (bits < MOST_V4 || bits > all) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is too wide or no network; name the proxy's own address");
        }
        return new Network(first, bits);
    }

    /** An address in figures; names are never looked up. */
    public static Optional<InetAddress> address(String text) {
        String bare = text.strip().replaceAll("^\\[|\\]$", "");
        if (!bare.matches("\\d{1,3}(\\.\\d{1,3}){3}") && !bare.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    public boolean holds(InetAddress address) {
        byte[] one = first.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
