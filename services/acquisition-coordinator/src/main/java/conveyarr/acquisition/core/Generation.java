package conveyarr.acquisition.core;

import java.util.Comparator;

/**
 * One stay of a title on the list of its *arr, by the *arr's own number of it. In one life of its database ({@code epoch}) no number is given
 * twice, and a later stay has a higher one: a title that was removed and asked for again is told apart from itself, in whatever order we hear of
 * it.
 */
public record Generation(int epoch, long number) implements Comparable<Generation> {
    /** Nobody said which. */
    public static final Generation UNKNOWN = new Generation(0, 0);

    private static final Comparator<Generation> ORDER =
            Comparator.comparingInt(Generation::epoch).thenComparingLong(Generation::number);

    @Override
    public int compareTo(Generation other) {
        return ORDER.compare(this, other);
    }

    public boolean isKnown() {
        return number > 0;
    }

    Generation or(Generation other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
