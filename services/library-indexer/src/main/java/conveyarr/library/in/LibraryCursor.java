package conveyarr.library.in;

import conveyarr.library.core.Query.After;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page ended, as text that fits into an address. */
final class LibraryCursor {
    private LibraryCursor() {}

    static String write(After after) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((after.media() + " " + after.sort()).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<After> read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.indexOf(' ');
            return end < 0 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new After(text.substring(end + 1), text.substring(0, end)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
