package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.HookLine;
import java.net.URI;
import java.util.List;

/**
 * The lines for "Run external program", 4.5 and later. They send hashes and no names, so nothing has to be escaped; qBittorrent splits the
 * line before it fills in, and uses no shell. {@code %I}, {@code %J} and {@code %K} are the v1 hash, the v2 hash and its own id, {@code -} for none.
 */
final class HookLines {
    private HookLines() {}

    static List<HookLine> to(URI hooks) {
        return List.of(
                new HookLine(
                        "Options > Downloads > Run external program on torrent added (with curl)",
                        curl("added", hooks)),
                new HookLine(
                        "Options > Downloads > Run external program on torrent finished (with curl)",
                        curl("finished", hooks)),
                new HookLine(
                        "Options > Downloads > Run external program on torrent added (an image without curl)",
                        wget("added", hooks)),
                new HookLine(
                        "Options > Downloads > Run external program on torrent finished (an image without curl)",
                        wget("finished", hooks)));
    }

    private static String curl(String event, URI hooks) {
        return "curl -fsS -m 10 -H \"X-Api-Key: YOUR-KEY\" -d " + note(event) + " " + hooks;
    }

    private static String wget(String event, URI hooks) {
        return "wget -q -T 10 -O /dev/null --header \"X-Api-Key: YOUR-KEY\" --post-data " + note(event) + " " + hooks;
    }

    /** Quotes inside a word stay where they are; 4.5.2 was seen to do so. */
    private static String note(String event) {
        return "{\"event\":\"" + event + "\",\"id\":\"%K\",\"v1\":\"%I\",\"v2\":\"%J\"}";
    }
}
