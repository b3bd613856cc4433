package conveyarr.flow.loop;

import conveyarr.flow.loop.CallTable.Due;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls that are being made: so many at a time, and of them not more than {@link #AT_ONE_PLACE} to one place that has a name. A call that
 * waits for an answer costs a virtual thread and no connection to the database, so places that hang take no hand from the others; what stays
 * here is work for the database, and waits for nobody.
 */
final class Hands {
    static final int ALL = 256;
    static final int AT_ONE_PLACE = 16;
    static final int AT_HOME = 32;

    private final Map<Long, String> beingMade = new HashMap<>();

    /** False when the call has to wait for a hand. */
    synchronized boolean take(Due call) {
        if (free() == 0 || busy().contains(call.place())) {
            return false;
        }
        return beingMade.putIfAbsent(call.id(), call.place()) == null;
    }

    synchronized void letGo(Due call) {
        beingMade.remove(call.id());
        notifyAll();
    }

    synchronized int free() {
        return ALL - beingMade.size();
    }

    synchronized Collection<Long> calls() {
        return List.copyOf(beingMade.keySet());
    }

    /** The places that take no more now. */
    synchronized Collection<String> busy() {
        Map<String, Integer> counts = new HashMap<>();
        beingMade.values().forEach(place -> counts.merge(place, 1, Integer::sum));
        counts.entrySet().removeIf(one -> one.getValue() < most(one.getKey()));
        return counts.keySet();
    }

    private static int most(String place) {
        return place.isEmpty() ? AT_HOME : AT_ONE_PLACE;
    }

    /** Returns when all have ended, or {@code longest} has passed. */
    synchronized void awaitAll(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        while (!beingMade.isEmpty() && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }
}
