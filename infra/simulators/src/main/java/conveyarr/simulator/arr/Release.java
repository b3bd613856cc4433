package conveyarr.simulator.arr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a search finds: the same for the same thing and attempt, another one after a failure. */
public record Release(String title, String group, String hash, long size) {

    /** {@code what} names the thing for all time; {@code named} is the release's name without its group. */
    public static Release of(String what, String named, long size, int attempt) {
        String group = attempt == 1 ? "GRP" : "ALT" + attempt;
        String hash = HexFormat.of().withUpperCase().formatHex(sha1(what + ":" + attempt));
        return new Release(named + "-" + group, group, hash, size);
    }

    String magnet() {
        return "magnet:?xt=urn:btih:" + hash.toLowerCase() + "&dn=" + URLEncoder.encode(title, UTF_8) + "&xl=" + size;
    }

    static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
