package conveyarr.simulator.qbittorrent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of {@code magnet:?xt=urn:btih:<40 hex>&dn=<name>&xl=<bytes>} that matter here. */
record Magnet(String hash, String name, long size) {
    private static final Pattern HASH = Pattern.compile("xt=urn:btih:([0-9a-fA-F]{40})");
    private static final Pattern NAME = Pattern.compile("[?&]dn=([^&]+)");
    private static final Pattern SIZE = Pattern.compile("[?&]xl=([0-9]+)");

    static Optional<Magnet> read(String link) {
        Matcher hash = HASH.matcher(link);
        if (!link.startsWith("magnet:?") || !hash.find()) {
            return Optional.empty();
        }
        String id = hash.group(1).toLowerCase();
        return Optional.of(new Magnet(id, first(NAME, link, id), Long.parseLong(first(SIZE, link, "1073741824"))));
    }

    private static String first(Pattern pattern, String link, String otherwise) {
        Matcher found = pattern.matcher(link);
        return found.find() ? URLDecoder.decode(found.group(1), UTF_8) : otherwise;
    }
}
