package conveyarr.flow.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Addresses that nothing of ours ever calls, whoever wrote them into a config or a name service: link-local ones, among them the metadata
 * services of the clouds, which give out keys. Private addresses are fine: that is where such stacks live.
 */
public final class OffLimits {
    private static final byte[] METADATA_V6 = bytes(0xfd, 0x00, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54);
    private static final byte[] METADATA_OTHER_CLOUD = bytes(100, 100, 100, 200);
    private static final byte[] NAT64 = bytes(0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final byte[] SIX_TO_FOUR = bytes(0x20, 0x02);
    private static final byte[] V4_COMPATIBLE = new byte[12];

    private OffLimits() {}

    /** What is wrong with the address, such as "a link-local address"; empty when it may be called. */
    public static Optional<String> why(InetAddress address) {
        if (address.isLinkLocalAddress()) {
            return Optional.of("a link-local address");
        }
        byte[] raw = address.getAddress();
        if (Arrays.equals(raw, METADATA_V6) || Arrays.equals(raw, METADATA_OTHER_CLOUD)) {
            return Optional.of("the address of a metadata service");
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || isBroadcast(raw)) {
            return Optional.of("no address of one machine");
        }
        return hidden(raw).flatMap(OffLimits::why);
    }

    /** The IPv4 address inside an IPv6 one. Java itself takes {@code ::ffff:1.2.3.4} for IPv4. */
    private static Optional<InetAddress> hidden(byte[] raw) {
        if (raw.length == 4 || isLoopback(raw)) {
            return Optional.empty();
        }
        if (startsWith(raw, NAT64) || startsWith(raw, V4_COMPATIBLE)) {
            return Optional.of(v4(Arrays.copyOfRange(raw, 12, 16)));
        }
        return startsWith(raw, SIX_TO_FOUR) ? Optional.of(v4(Arrays.copyOfRange(raw, 2, 6))) : Optional.empty();
    }

    private static boolean isLoopback(byte[] raw) {
        return startsWith(raw, new byte[15]) && raw[15] == 1;
    }

    /** And the rest of what begins with 0 or 240 and more, which no machine has. */
    private static boolean isBroadcast(byte[] raw) {
        int first = raw[0] & 0xff;
        return raw.length == 4 && (first == 0 || first >= 240);
    }

    private static boolean startsWith(byte[] raw, byte[] start) {
        return Arrays.equals(raw, 0, start.length, start, 0, start.length);
    }

    private static InetAddress v4(byte[] raw) {
        try {
            return Inet4Address.getByAddress(raw);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
