package conveyarr.notification;

import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.Change;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Origin;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.bundle.Terms.Kind;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.text.Texts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts what is told into words for the ledger. */
@Singleton
class Letters {
    /** Its type, where there is no event to name it by. */
    private static final String SEVERAL = "notification.digest";

    private final Texts texts;

    Letters(Texts texts) {
        this.texts = texts;
    }

    /** What waited for others was young enough when it came. */
    First told(Deliver deliver, Settings settings, Instant now) {
        Letter letter = letter(deliver, settings);
        return First.told(
                letter,
                deliver.kind() == Kind.SINGLE ? now : letter.notification().at());
    }

    First silenced(Deliver deliver, Settings settings, String reason, Instant now) {
        return First.silenced(letter(deliver, settings), reason, now);
    }

    private Letter letter(Deliver deliver, Settings settings) {
        News first = deliver.news().getFirst();
        boolean alone = deliver.count() == 1;
        boolean mixed = !alone && (deliver.kind() == Kind.DIGEST || deliver.kind() == Kind.QUIET);
        Instant last = deliver.news().stream()
                .map(News::at)
                .max(Comparator.naturalOrder())
                .orElse(first.at());
        var notification = new Notification(
                deliver.id(), first.about(), mixed ? SEVERAL : first.type(), last, texts.of(deliver, settings));
        var origin = new Origin(
                alone ? Optional.of(first) : Optional.empty(),
                alone ? List.of() : deliver.parts(),
                deliver.others(),
                deliver.edits().map(earlier -> new Change(earlier, texts.of(deliver.fresh(), settings))));
        return new Letter(deliver.target(), notification, origin);
    }
}
