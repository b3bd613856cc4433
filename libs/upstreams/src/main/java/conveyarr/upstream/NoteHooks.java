package conveyarr.upstream;

import conveyarr.upstream.HookReader.Reading;
import java.util.Set;

/**
 * Reads the notes of download clients, which have no webhooks of their own: a JSON object with {@code event}, and {@code id} for people. It says
 * that something happened, never what is so now: it makes us look.
 */
public final class NoteHooks {
    private NoteHooks() {}

    private record Note(String event) {}

    /** {@code events} are the words that this kind's lines send. */
    public static Reading read(byte[] body, Set<String> events) {
        return HookJson.read(
                body,
                "event",
                Note.class,
                (event, _) -> events.contains(event) ? Reading.of(event) : Reading.notUnderstood(event));
    }
}
