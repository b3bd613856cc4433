package conveyarr.health.view.other;

import conveyarr.health.timeline.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Words of the API as pages show them. */
final class Shown {
    private Shown() {}

    /** A tone that we do not know yet is none. */
    static Tone tone(String word) {
        return Arrays.stream(Tone.values())
                .filter(tone -> tone.word().equals(word))
                .findFirst()
                .orElse(Tone.OFF);
    }

    /** Such as {@code Try other release} for {@code TRY_OTHER_RELEASE}. */
    static String words(String code) {
        String words = code.toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ')
                .replaceAll("\\bvpn\\b", "VPN");
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
