package conveyarr.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What our own hook in a program is known by: it goes to the path of our door for the instance, and shows a key of ours or goes to an address of
 * ours. Any other one is somebody else's, whatever its path, for another Conveyarr has the same. Holds keys, so it is never shown.
 */
public record Marks(Set<String> keys, Set<URI> addresses) {
    public static final Marks NONE = new Marks(Set.of(), Set.of());

    public Marks {
        keys = keys.stream().filter(key -> !key.isBlank()).collect(Collectors.toUnmodifiableSet());
        addresses = Set.copyOf(addresses);
    }

    public Marks also(List<URI> more) {
        var all = new HashSet<>(addresses);
        all.addAll(more);
        return new Marks(keys, all);
    }

    /** {@code shown} are the headers and passwords that the hook brings. */
    public boolean fit(String url, String instance, Stream<String> shown) {
        return leadsToDoor(url, instance) && (shown.anyMatch(this::holdsKey) || holdsKey(query(url)) || isAt(url));
    }

    private static boolean leadsToDoor(String url, String instance) {
        String path = url.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        return path.endsWith("/hooks/" + instance);
    }

    private static String query(String url) {
        return url.replaceFirst("^[^?]*\\??", "");
    }

    private boolean holdsKey(String text) {
        return keys.stream().anyMatch(key -> text.contains(key) || text.endsWith(basic(key)));
    }

    /** How our name and this key stand in a header of basic auth. */
    private static String basic(String key) {
        return Base64.getEncoder().encodeToString(("conveyarr:" + key).getBytes(UTF_8));
    }

    private boolean isAt(String url) {
        String there = place(url);
        return addresses.stream().map(address -> place(address.toString())).anyMatch(there::equals);
    }

    /** Scheme, host and port, the port written out. */
    private static String place(String url) {
        String place = HookSource.place(url).toLowerCase(Locale.ROOT).replace("//localhost", "//127.0.0.1");
        String port = place.startsWith("https:") ? ":443" : ":80";
        return place.matches(".*:\\d+") || place.equals("?") ? place : place + port;
    }

    @Override
    public String toString() {
        return "Marks " + addresses;
    }
}
