package conveyarr.upstream.qbittorrent;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the host out of the addresses of trackers, and leaves the rest: the path or the query is the user's pass key. */
final class Hosts {
    private static final Pattern ADDRESS = Pattern.compile("\\b[a-z]{2,5}://\\S+", Pattern.CASE_INSENSITIVE);

    private Hosts() {}

    /** Of the tracker that works now, and of those in the magnet link. */
    static Set<String> of(Torrent torrent) {
        Stream<String> linked = Arrays.stream(Torrent.text(torrent.magnet()).split("&"))
                .filter(part -> part.startsWith("tr="))
                .map(part -> decoded(part.substring(3)));
        return Stream.concat(Stream.of(Torrent.text(torrent.tracker())), linked)
                .flatMap(address -> host(address).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost()).map(String::toLowerCase);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What a tracker says, without any address in it. */
    static String without(String words) {
        return ADDRESS.matcher(words).replaceAll("(address)");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
