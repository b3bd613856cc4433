package conveyarr.notification.channel;

import conveyarr.notification.channel.Post.Answer;
import conveyarr.notification.core.Plain;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the status of an answer means, the same for every receiver; only a success is for the channel to judge. */
final class Verdict {
    /** The receiver did not take the message, and may later: too early, too many, not ready. */
    private static final Set<Integer> NOT_NOW = Set.of(425, 429, 503);

    private static final int TIMED_OUT = 408;

    private static final int LONGEST_QUOTE = 200;

    private Verdict() {}

    static Receipt on(Answer answer, Function<Answer, Receipt> judge) {
        int status = answer.status();
        if (NOT_NOW.contains(status)) {
            return new TryLater(retryAfter(answer), said(answer));
        }
        if (status >= 500 || status == TIMED_OUT) { // it, or a gateway before it, failed before or after taking it
            return new InDoubt(said(answer));
        }
        if (status >= 400) {
            return new Never(said(answer));
        }
        if (status >= 300) {
            return new TryLater(
                    Optional.empty(), "it redirects (HTTP " + status + "); the url must be the final address");
        }
        return isWebPage(answer.body())
                ? new Never("it answers with a web page (HTTP " + status + "); is the url right?")
                : judge.apply(answer);
    }

    /** A log-in page behind a success is no success. The type alone says little: PHP calls everything text/html. */
    private static boolean isWebPage(String body) {
        String start = body.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static String said(Answer answer) {
        String status = "it answers HTTP " + answer.status();
        String words = isWebPage(answer.body()) ? "" : Plain.line(answer.body(), LONGEST_QUOTE);
        return words.isEmpty() ? status : status + ": " + words;
    }

    /** Seconds or a date; what is neither is passed over. */
    private static Optional<Duration> retryAfter(Answer answer) {
        return Optional.ofNullable(answer.headers().get("Retry-After"))
                .map(String::strip)
                .flatMap(text -> {
                    try {
                        return Optional.of(
                                text.matches("\\d{1,9}")
                                        ? Duration.ofSeconds(Long.parseLong(text))
                                        : Duration.between(
                                                Instant.now(),
                                                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
                    } catch (DateTimeException _) {
                        return Optional.empty();
                    }
                });
    }
}
