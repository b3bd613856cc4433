package conveyarr.flow.http;

import conveyarr.flow.DeadLetters.Letter;
import conveyarr.flow.DeadLetters.Settled;
import conveyarr.flow.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A dead letter as the API shows it. Hooks were cleaned of keys before they were stored, and no event has any. */
public record DeadLetterView(
        UUID id,
        String service,
        String topic,
        int partition,
        long offset,
        Optional<String> key,
        Optional<String> type,
        String reason,
        int bytes,
        Instant at,
        Optional<Settled> settled) {

    /** With what only one is shown of: the headers, and the body as text. */
    public record Detail(DeadLetterView letter, Map<String, String> headers, String body) {}

    static DeadLetterView of(String service, Letter letter) {
        var at = letter.place();
        return new DeadLetterView(
                letter.id(),
                service,
                at.topic(),
                at.partition(),
                at.offset(),
                letter.key(),
                Optional.ofNullable(letter.headers().get(Headers.TYPE)),
                letter.reason(),
                letter.value().length,
                letter.buriedAt(),
                letter.settled());
    }

    static Detail detail(String service, Letter letter) {
        return new Detail(of(service, letter), letter.headers(), new String(letter.value(), StandardCharsets.UTF_8));
    }
}
