package conveyarr.notification.core;

import conveyarr.events.EventId;
import conveyarr.flow.Effect;
import conveyarr.notification.core.bundle.Terms.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What follows from a decision: something is asked of a channel, or goes on its way towards one. */
public sealed interface Call extends Effect {
    /** Send the notification of the delivery {@code id} ({@link DeliveryId}), as the try with this number. */
    record Send(String id, int attempt) implements Call {}

    /** Tell of a trouble that lasts, or of its end, whoever wants to know. */
    record Spread(News news) implements Call {}

    /**
     * Tell what was collected for one target. {@code news} are the first of the events, {@code parts} the ids of all; {@code edits} is the id
     * of the delivery whose message grows by them.
     */
    record Deliver(Target target, Kind kind, List<News> news, List<UUID> parts, Optional<String> edits)
            implements Call {
        public Deliver naming(UnaryOperator<News> name) {
            return new Deliver(target, kind, news.stream().map(name).toList(), parts, edits);
        }

        /** An event that stays alone keeps its own id; several have one that follows from the first and their number. */
        public UUID id() {
            return parts.size() == 1 ? parts.getFirst() : EventId.of(parts.getFirst(), kind + "|" + parts.size());
        }
    }
}
