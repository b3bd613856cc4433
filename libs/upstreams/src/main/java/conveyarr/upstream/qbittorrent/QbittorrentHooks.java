package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.NoteHooks;
import java.time.Instant;
import java.util.Set;

/**
 * What our own lines send when a torrent is added or has finished. It is only a hint to look now: the program runs them at most once, and the
 * look tells what is so.
 */
final class QbittorrentHooks {
    private static final Set<String> EVENTS = Set.of("added", "finished");

    private QbittorrentHooks() {}

    static Reading read(String instance, Instant receivedAt, byte[] body) {
        return NoteHooks.read(body, EVENTS);
    }
}
