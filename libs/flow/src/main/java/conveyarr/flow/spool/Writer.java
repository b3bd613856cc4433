package conveyarr.flow.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The one thread that writes. A batch is what was queued while the last one was synced: no record waits for another to come, and the busier
 * it is, the more records share a sync.
 */
final class Writer {
    private static final Logger LOGGER = Logger.getLogger(Writer.class);
    private static final int MOST = 4096;
    /** What may wait in memory; more means that the disk is much too slow. */
    private static final long MOST_QUEUED = 128L * 1024 * 1024;

    private static final Entry STOP = new Entry(new byte[0], new CompletableFuture<>());

    private final Segments segments;
    private final long cap;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().daemon().name("spool").unstarted(this::run);
    private volatile boolean broken;
    private volatile boolean closed;

    private record Entry(byte[] record, CompletableFuture<Void> done) {
        long size() {
            return Frame.size(record);
        }
    }

    Writer(Segments segments, long cap) {
        this.segments = segments;
        this.cap = cap;
    }

    void start() {
        thread.start();
    }

    /** Shut for new records before the last ones are awaited, so that none is forgotten in the queue. */
    synchronized void close() {
        closed = true;
        queue.add(STOP);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Some room has to be left, so that it is said before the first record is refused. */
    boolean accepts() {
        long margin = Math.min(cap / 16, 1024 * 1024);
        return !broken && !closed && segments.bytes() + queued.get() + margin < cap;
    }

    void add(byte[] record, CompletableFuture<Void> done) {
        var entry = new Entry(record, done);
        if (queued.addAndGet(entry.size()) > MOST_QUEUED) {
            refuse(entry, new SpoolRefused("the disk is too slow"));
            return;
        }
        queue.add(entry);
        if (closed && queue.remove(entry)) {
            refuse(entry, new SpoolRefused("the spool is closed"));
        }
    }

    private void run() {
        boolean more = true;
        while (more) {
            try {
                Entry first = queue.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    probe();
                } else {
                    more = write(batchAfter(first));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Entry> batchAfter(Entry first) {
        var batch = new ArrayList<Entry>();
        batch.add(first);
        queue.drainTo(batch, MOST);
        return batch;
    }

    /** False when the batch says to stop. */
    private boolean write(List<Entry> batch) {
        boolean more = !batch.remove(STOP);
        var kept = new ArrayList<Entry>();
        long bytes = segments.bytes();
        for (Entry entry : batch) {
            bytes += entry.size();
            if (bytes > cap) {
                bytes -= entry.size();
                refuse(entry, new SpoolRefused("the spool is full"));
            } else {
                kept.add(entry);
            }
        }
        sync(kept);
        return more;
    }

    private void sync(List<Entry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            segments.append(batch.stream().map(Entry::record).toList());
            broken = false;
            batch.forEach(entry -> queued.addAndGet(-entry.size()));
            batch.forEach(entry -> entry.done().complete(null));
        } catch (IOException | RuntimeException e) {
            LOGGER.errorf("spool.failed records=%d cause=%s", batch.size(), e);
            broken = true;
            batch.forEach(entry -> refuse(entry, new SpoolRefused("the disk does not take it", e)));
        }
    }

    /** Nobody sends to a door that is not ready, so a broken disk has to be tried by ourselves. */
    private void probe() {
        if (broken) {
            try {
                segments.append(List.of());
                broken = false;
                LOGGER.info("spool.works again");
            } catch (IOException | RuntimeException _) { // told when it broke
            }
        }
    }

    private void refuse(Entry entry, SpoolRefused why) {
        queued.addAndGet(-entry.size());
        entry.done().completeExceptionally(why);
    }
}
