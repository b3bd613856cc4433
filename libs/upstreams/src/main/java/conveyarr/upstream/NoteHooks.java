package conveyarr.upstream;

import com.fasterxml.jackson.databind.json.JsonMapper;
import conveyarr.upstream.HookReader.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads the notes of download clients, which have no webhooks of their own: a form or a JSON object with {@code event}, and for people
 * {@code id} and {@code name}. It says that something happened, never what is so now: it makes us look.
 */
public final class NoteHooks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TYPE = 80;

    private NoteHooks() {}

    /** {@code events} are the words that this kind's lines send. */
    public static Reading read(byte[] body, Set<String> events) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        String event = text.startsWith("{") ? fromJson(text) : fromForm(text);
        return events.contains(event) ? Reading.of(event) : Reading.notUnderstood(shortened(event));
    }

    private static String fromForm(String text) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> pair.startsWith("event="))
                .map(pair -> pair.substring("event=".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static String fromJson(String text) {
        try {
            return JSON.readTree(text).path("event").asText();
        } catch (IOException _) {
            return "";
        }
    }

    private static String shortened(String event) {
        String word = Words.line(event);
        return word.isEmpty() ? "?" : word.substring(0, Math.min(word.length(), LONGEST_TYPE));
    }
}
