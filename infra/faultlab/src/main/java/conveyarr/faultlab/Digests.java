package conveyarr.faultlab;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Hashes and ids, written once more from the description of the ids, so that a mistake in the product is not repeated here. */
final class Digests {
    private static final String NAMESPACE = "da7ec430efad5d74982389391b0bd4dd";

    private Digests() {}

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    /** The id of the grab that {@link conveyarr.bench.HookBody} tells, as {@code docs/events.md} describes ids. */
    static String grab(String instance, long number) {
        String download = "%09d".formatted(number);
        String movie = Long.toString(1_000_000_000L + number);
        return version5(name(instance, "0", "grab", download, movie, "Example.1999.1080p", "1"));
    }

    private static String name(String... parts) {
        var text = new StringBuilder("v1|");
        for (String part : parts) {
            text.append(part.length()).append(':').append(part).append('|');
        }
        return text.toString();
    }

    private static String version5(String name) {
        var input = new ByteArrayOutputStream();
        input.writeBytes(HexFormat.of().parseHex(NAMESPACE));
        input.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        byte[] id = Arrays.copyOf(digest("SHA-1", input.toByteArray()), 16);
        id[6] = (byte) (id[6] & 0x0F | 0x50);
        id[8] = (byte) (id[8] & 0x3F | 0x80);
        String hex = HexFormat.of().formatHex(id);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
