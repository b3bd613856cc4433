package conveyarr.upstream.qbittorrent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** A torrent (BEP 3) of one file with random content, made by the test itself. */
public record TorrentFile(String name, byte[] content) {
    private static final int PIECE = 128 * 1024;

    public static TorrentFile random(String name, int bytes, long seed) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return new TorrentFile(name, content);
    }

    public byte[] torrent() {
        return dictionary("announce", text("http://127.0.0.1:9/announce"), "info", info());
    }

    /** As an *arr writes it. */
    public String hash() {
        return HexFormat.of().withUpperCase().formatHex(sha1(info()));
    }

    private byte[] info() {
        var pieces = new ByteArrayOutputStream();
        for (int from = 0; from < content.length; from += PIECE) {
            pieces.writeBytes(sha1(Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length))));
        }
        return dictionary(
                "length", number(content.length),
                "name", text(name),
                "piece length", number(PIECE),
                "pieces", string(pieces.toByteArray()));
    }

    /** The keys must come sorted. */
    private static byte[] dictionary(Object... keysAndValues) {
        var out = new ByteArrayOutputStream();
        out.write('d');
        for (int i = 0; i < keysAndValues.length; i += 2) {
            out.writeBytes(text((String) keysAndValues[i]));
            out.writeBytes((byte[]) keysAndValues[i + 1]);
        }
        out.write('e');
        return out.toByteArray();
    }

    private static byte[] number(long value) {
        return ("i" + value + "e").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] text(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] string(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
