package conveyarr.health.in;

import conveyarr.health.Query.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/** Where the next part of a list begins, as a word that means nothing to the caller. */
public final class Cursor {
    private Cursor() {}

    public static String of(Position position) {
        String text = position.updatedAt() + "|" + position.requestId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for anything that we did not give out. */
    public static Optional<Position> read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            return parts.length == 2 ? Optional.of(new Position(Instant.parse(parts[0]), parts[1])) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
