package conveyarr.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.UUID;

/**
 * Makes ids that anyone can compute again: UUID version 5 (RFC 9562) over {@code v1|instance|epoch|kind|fields}, every part written with its
 * length, in Unicode form NFC. The rule is frozen by test vectors; another rule would need a new prefix.
 */
public final class EventId {
    /** The namespace of all our ids: UUIDv5 of the DNS name {@code conveyarr.events}. */
    private static final UUID NAMESPACE = UUID.fromString("da7ec430-efad-5d74-9823-89391b0bd4dd");

    private EventId() {}

    static UUID of(String instance, NaturalKey key) {
        var text = new StringBuilder("v1|");
        append(text, instance);
        append(text, Integer.toString(key.epoch()));
        append(text, key.kind());
        key.fields().forEach(field -> append(text, field));
        return version5(NAMESPACE, text.toString());
    }

    /** The id of what follows from {@code cause}, told apart by its name. */
    public static UUID of(UUID cause, String name) {
        return version5(cause, "v1|" + name);
    }

    private static void append(StringBuilder text, String part) {
        String normal = Normalizer.normalize(part, Normalizer.Form.NFC);
        text.append(normal.length()).append(':').append(normal).append('|');
    }

    private static UUID version5(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        var hash = ByteBuffer.wrap(sha1(input.array()));
        long high = hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
