package conveyarr.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Numbers the hooks of a run, and remembers when each was due. */
public final class Numbers {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLongArray due;

    public Numbers(int most) {
        this.due = new AtomicLongArray(most);
    }

    long next(long at) {
        int number = next.getAndIncrement();
        due.set(number % due.length(), at);
        return number;
    }

    int count() {
        return next.get();
    }

    long due(long number) {
        return due.get((int) (number % due.length()));
    }
}
