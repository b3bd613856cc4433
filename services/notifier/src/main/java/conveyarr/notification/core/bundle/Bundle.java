package conveyarr.notification.core.bundle;

import conveyarr.notification.core.News;
import conveyarr.notification.core.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Events on their way to one target that become one message.
 * <pre>
 * Empty -> Collecting -> Told -> Collecting -> ...
 * </pre>
 */
public sealed interface Bundle {
    record Empty() implements Bundle {}

    /** To be told at {@code dueAt}. */
    record Collecting(Target target, Terms terms, Load load, Instant since, Instant dueAt, Optional<Growth> growth)
            implements Bundle {}

    /** A message that grows: {@code edits} is the id of its delivery, {@code fresh} is what it does not say yet. */
    record Growth(String edits, Load fresh) {
        Growth with(Load more) {
            return new Growth(edits, fresh.with(more));
        }
    }

    /** Told by the delivery {@code id}. */
    record Told(Load load, Instant at, String id) implements Bundle {}

    /** The first of the events, before them what says that all are there, and the ids of all. */
    record Load(List<News> news, List<UUID> parts) {
        /** More are counted, and not named. */
        private static final int MOST_NAMED = 50;

        public static Load of(News news) {
            return new Load(List.of(news), List.of(news.event()));
        }

        Load with(Load more) {
            return new Load(
                    join(news, more.news)
                            .sorted(Comparator.comparing(one -> !one.isSeason()))
                            .limit(MOST_NAMED)
                            .toList(),
                    join(parts, more.parts).toList());
        }

        Load without(Load other) {
            return new Load(
                    news.stream()
                            .filter(one -> !other.parts.contains(one.event()))
                            .toList(),
                    parts.stream().filter(part -> !other.parts.contains(part)).toList());
        }

        private static <T> Stream<T> join(List<T> one, List<T> other) {
            return Stream.concat(one.stream(), other.stream()).distinct();
        }
    }

    /** What makes a bundle move. */
    sealed interface Signal {
        /** One event, or several that were collected before. */
        record Arrived(Target target, Terms terms, Load load, Instant now) implements Signal {}

        record ClockTicked(Instant now) implements Signal {}
    }
}
