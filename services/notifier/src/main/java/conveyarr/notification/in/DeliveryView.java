package conveyarr.notification.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Attempt;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Failed;
import conveyarr.notification.core.Delivery.InDoubt;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Queued;
import conveyarr.notification.core.Delivery.Retrying;
import conveyarr.notification.core.Delivery.Sent;
import conveyarr.notification.core.Delivery.Suppressed;
import conveyarr.notification.core.Delivery.Unknown;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A delivery as the API shows it; {@code at} is when the event happened, {@code reason} is null for a plain success, {@code person} is null
 * for whoever listens on the channel, {@code parts} are the events that were put together into it, and {@code others} is how many more
 * there were.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeliveryView(
        String id,
        String factKey,
        String channel,
        String person,
        String type,
        String state,
        String reason,
        List<Attempt> attempts,
        String title,
        List<UUID> parts,
        int others,
        Instant at,
        Instant nextTryAt) {

    static Stream<DeliveryView> of(Delivery delivery) {
        return switch (delivery) {
            case Unknown _ -> Stream.empty();
            case Queued(var letter, var _) -> view(delivery, letter, last(letter), null);
            case Claimed(var letter, var _, var _) -> view(delivery, letter, last(letter), null);
            case Retrying(var letter, var _, var dueAt) -> view(delivery, letter, last(letter), dueAt);
            case Sent(var letter, var _) -> view(delivery, letter, null, null);
            case Failed(var letter, var reason) -> view(delivery, letter, reason, null);
            case Suppressed(var letter, var reason) -> view(delivery, letter, reason, null);
            case InDoubt(var letter, var _, var reason) -> view(delivery, letter, reason, null);
        };
    }

    /** The record's name of a state of the API, such as {@code InDoubt} for {@code IN_DOUBT}. */
    static Optional<String> kind(String state) {
        return kinds().filter(kind -> word(kind).equals(state)).findFirst();
    }

    static List<String> states() {
        return kinds().map(DeliveryView::word).toList();
    }

    static String word(Delivery delivery) {
        return word(delivery.getClass().getSimpleName());
    }

    private static Stream<DeliveryView> view(Delivery delivery, Letter letter, String reason, Instant next) {
        var told = letter.notification();
        String state = word(delivery);
        return Stream.of(new DeliveryView(
                letter.id().toString(),
                told.event().toString(),
                letter.target().channel(),
                letter.target().person().orElse(null),
                told.type(),
                state,
                reason,
                letter.attempts(),
                told.text().title(),
                letter.origin().parts(),
                letter.origin().others(),
                told.at(),
                next));
    }

    private static Stream<String> kinds() {
        return Arrays.stream(Delivery.class.getPermittedSubclasses())
                .filter(type -> type != Unknown.class)
                .map(Class::getSimpleName);
    }

    private static String word(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String last(Letter letter) {
        return letter.attempts().isEmpty() ? null : letter.attempts().getLast().reason();
    }
}
