package conveyarr.notification.core;

import conveyarr.events.EventId;
import conveyarr.flow.Effect;
import conveyarr.notification.core.bundle.Bundle.Growth;
import conveyarr.notification.core.bundle.Bundle.Load;
import conveyarr.notification.core.bundle.Terms.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What follows from a decision: something is asked of a channel, or goes on its way towards one. */
public sealed interface Call extends Effect {
    /** Send the notification of the delivery {@code id} ({@link DeliveryId}), as the try with this number. */
    record Send(String id, int attempt) implements Call {
        @Override
        public String place() {
            return DeliveryId.parse(id).channel();
        }
    }

    /** Tell of a trouble that lasts, or of its end, whoever wants to know. */
    record Spread(News news) implements Call {}

    /**
     * Tell what was collected for one target. {@code news} are the first of the events, {@code parts} the ids of more of them, {@code others}
     * the number of the rest; {@code dueAt} is when they were ready to be told; {@code growth} says which earlier message grows by which of
     * them.
     */
    record Deliver(
            Target target,
            Kind kind,
            List<News> news,
            List<UUID> parts,
            int others,
            Optional<Instant> dueAt,
            Optional<Growth> growth)
            implements Call {
        public static Deliver alone(Target target, News news) {
            return new Deliver(target, Kind.SINGLE, Load.of(news), Optional.empty(), Optional.empty());
        }

        public Deliver(Target target, Kind kind, Load load, Optional<Instant> dueAt, Optional<Growth> growth) {
            this(target, kind, load.news(), load.parts(), load.others(), dueAt, growth);
        }

        public Deliver naming(UnaryOperator<News> name) {
            return new Deliver(target, kind, load().naming(name), dueAt, growth.map(more -> more.naming(name)));
        }

        public Load load() {
            return new Load(news, parts, others);
        }

        /** How many events they are. */
        public int count() {
            return load().count();
        }

        /** The id of the delivery whose message grows. */
        public Optional<String> edits() {
            return growth.map(Growth::edits);
        }

        /** What was not told before, as a message of its own. */
        public Deliver fresh() {
            return growth.map(Growth::fresh)
                    .map(load -> new Deliver(target, kind, load, dueAt, Optional.empty()))
                    .orElse(this);
        }

        /** An event that stays alone keeps its own id; several have one that follows from the first and their number. */
        public UUID id() {
            return count() == 1 ? parts.getFirst() : EventId.of(parts.getFirst(), kind + "|" + count());
        }
    }
}
