package conveyarr.upstream.sabnzbd;

import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.NoteHooks;
import java.time.Instant;
import java.util.Set;

/** What our own scripts send; the words are those of SABnzbd's notifications, and {@code finished} after unpacking. Only a hint to look now. */
final class SabnzbdHooks {
    private static final Set<String> EVENTS = Set.of(
            "finished",
            "startup",
            "pause_resume",
            "download",
            "pp",
            "complete",
            "failed",
            "warning",
            "error",
            "disk_full",
            "quota",
            "queue_done",
            "new_login",
            "other");

    private SabnzbdHooks() {}

    static Reading read(String instance, Instant receivedAt, byte[] body) {
        return NoteHooks.read(body, EVENTS);
    }
}
