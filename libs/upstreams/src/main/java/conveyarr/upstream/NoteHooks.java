package conveyarr.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import conveyarr.upstream.HookReader.Reading;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the notes of download clients, which have no webhooks of their own: a JSON object with {@code event}, and {@code id} for people, or
 * the same as a form, where a shell takes the quotes away. It says that something happened, never what is so now: it makes us look.
 */
public final class NoteHooks {
    private static final int LONGEST_FORM = 4096;
    private static final Pattern FORM =
            Pattern.compile("(?:(?!event=)[a-z0-9_]+=[^&\\s{]*+&)*+event=([A-Za-z_]{1,80})(?:&|\\s*$)");

    private NoteHooks() {}

    private record Note(String event) {}

    /** {@code events} are the words that this kind's lines send. */
    public static Reading read(byte[] body, Set<String> events) {
        var form = FORM.matcher(new String(body, 0, Math.min(body.length, LONGEST_FORM), ISO_8859_1));
        return form.lookingAt()
                ? said(form.group(1), events)
                : HookJson.read(body, "event", Note.class, (event, _) -> said(event, events));
    }

    private static Reading said(String event, Set<String> events) {
        return events.contains(event) ? Reading.of(event) : Reading.notUnderstood(event);
    }
}
