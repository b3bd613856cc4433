package conveyarr.notification.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import conveyarr.flow.wire.Json;
import conveyarr.notification.core.Plain;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a receiver said; {@code body} is only its beginning, and our secrets are not in it. */
public record Answer(int status, Map<String, String> headers, String body) {
    private static final int LONGEST_QUOTE = 200;
    private static final Pattern PAGE = Pattern.compile("<(!doctype html|html|head|body|title|meta|script|!--)");

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            return Optional.ofNullable(Json.mapper().readTree(body)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /** The status and the words, in a line for the delivery log. */
    public String said() {
        String status = "it answers HTTP " + this.status;
        String words = isWebPage() ? "" : Plain.line(body, LONGEST_QUOTE);
        return words.isEmpty() ? status : status + ": " + words;
    }

    /** The header {@code Retry-After}: seconds (some write a fraction) or a date; what is neither is passed over. */
    public Optional<Duration> retryAfter() {
        String said = headers.get("Retry-After");
        return seconds(said).or(() -> until(said));
    }

    /** Scheme, host and port of the header {@code Location}; what is behind them may be secret. */
    Optional<String> leadsTo() {
        try {
            return Optional.ofNullable(headers.get("Location"))
                    .map(String::strip)
                    .map(URI::create)
                    .filter(place -> place.getHost() != null)
                    .map(place -> place.getScheme() + "://" + place.getHost()
                            + (place.getPort() < 0 ? "" : ":" + place.getPort()))
                    .map(place -> Plain.line(place, LONGEST_QUOTE));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> until(String date) {
        try {
            return Optional.ofNullable(date)
                    .map(text -> ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(end -> Duration.between(Instant.now(), end));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The seconds in a header, maybe with a fraction; empty when there is no such header or no number in it. */
    public static Optional<Duration> seconds(String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,9})?"))
                .map(Double::parseDouble)
                .map(Answer::duration);
    }

    /** A number of seconds, as some receivers write it into their JSON; empty when it is no number above zero. */
    public static Optional<Duration> seconds(JsonNode number) {
        return number.isNumber() && number.doubleValue() > 0 && number.doubleValue() < 1e9
                ? Optional.of(duration(number.doubleValue()))
                : Optional.empty();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }

    /** A log-in page behind a success is no success. The type alone says little: PHP calls everything text/html. */
    boolean isWebPage() {
        String start = body.replaceFirst("^[\\s\\uFEFF]+", "").toLowerCase(Locale.ROOT);
        boolean saysSo = headers.getOrDefault("Content-Type", "")
                .toLowerCase(Locale.ROOT)
                .contains("text/html");
        return PAGE.matcher(start).lookingAt() || saysSo && start.startsWith("<");
    }
}
