package conveyarr.request.in;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers deliveries with UUIDs of version 7, whose order is the order of time. */
final class Receipts {
    private final AtomicInteger counter = new AtomicInteger();

    UUID next(Instant now) {
        long time = now.toEpochMilli() << 16;
        long high = time | 0x7000L | counter.getAndIncrement() & 0xFFFL;
        long low = ThreadLocalRandom.current().nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
