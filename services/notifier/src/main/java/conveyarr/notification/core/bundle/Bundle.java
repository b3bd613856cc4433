package conveyarr.notification.core.bundle;

import conveyarr.notification.core.News;
import conveyarr.notification.core.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

        public Growth naming(UnaryOperator<News> name) {
            return new Growth(edits, fresh.naming(name));
        }
    }

    /** Told by the delivery {@code id}. */
    record Told(Load load, Instant at, String id) implements Bundle {}

    /** The first of the events, before them what says that all are there, the ids of the first, and how many others there are. */
    record Load(List<News> news, List<UUID> parts, int others) {
        /** More are counted, and not named. */
        private static final int MOST_NAMED = 50;
        /** All is written again with each event. That one comes a second time the inbox knows, however many there are. */
        private static final int MOST_PARTS = 250;

        public static Load of(News news) {
            return new Load(List.of(news), List.of(news.event()), 0);
        }

        public Load naming(UnaryOperator<News> name) {
            return new Load(news.stream().map(name).toList(), parts, others);
        }

        public int count() {
            return parts.size() + others;
        }

        Load with(Load more) {
            var all = join(parts, more.parts).toList();
            var first = all.stream().limit(MOST_PARTS).toList();
            return new Load(
                    join(news, more.news)
                            .sorted(Comparator.comparing(one -> !one.isSeason()))
                            .limit(MOST_NAMED)
                            .toList(),
                    first,
                    all.size() - first.size() + others + more.others);
        }

        Load without(Load other) {
            return new Load(
                    news.stream()
                            .filter(one -> !other.parts.contains(one.event()))
                            .toList(),
                    parts.stream().filter(part -> !other.parts.contains(part)).toList(),
                    others);
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
