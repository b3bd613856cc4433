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
    private static final long MOST_QUEUED = mostQueued(Runtime.getRuntime().maxMemory());
    private static final Entry STOP = new Entry(new byte[0], new CompletableFuture<>());

    private final Disk disk;
    private final long cap;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().daemon().name("spool").unstarted(this::run);
    private volatile boolean broken;
    private volatile boolean closed;
    private final List<Entry> batch = new ArrayList<>();
    private boolean stopping;
    private Throwable failure;

    Writer(Disk disk, long cap) {
        this.disk = disk;
        this.cap = cap;
    }

    /** What may wait in memory; more means that the disk is much too slow. */
    static long mostQueued(long heap) {
        return Math.min(128L * 1024 * 1024, heap / 8);
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
        return !broken && !closed && disk.bytes() + queued.get() + margin < cap;
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

    /** Survives everything, also an Error: without this thread every sender would wait for ever. */
    private void run() {
        while (!stopping || failure != null) {
            try {
                if (failure == null) {
                    work();
                } else {
                    answerFailure();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                broken = true;
                failure = e; // answered in the next round, which is tried again when there is no memory for the answer
            }
        }
    }

    private void work() throws InterruptedException, IOException {
        batch.clear();
        Entry first = queue.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            probe();
            return;
        }
        batch.add(first);
        queue.drainTo(batch, MOST);
        stopping = batch.remove(STOP);
        write();
    }

    private void write() throws IOException {
        var kept = new ArrayList<Entry>();
        long bytes = disk.bytes();
        for (Entry entry : batch) {
            if (bytes + entry.size() > cap) {
                refuse(entry, new SpoolRefused("the spool is full"));
            } else {
                bytes += entry.size();
                kept.add(entry);
            }
        }
        if (!kept.isEmpty()) {
            disk.append(kept.stream().map(Entry::record).toList());
            broken = false;
            kept.forEach(entry -> queued.addAndGet(-entry.acknowledge()));
        }
    }

    /** Nobody sends to a door that is not ready, so a broken disk has to be tried by ourselves. */
    private void probe() {
        if (broken) {
            try {
                disk.probe();
                broken = false;
                LOGGER.info("spool.works again");
            } catch (IOException | RuntimeException _) { // told when it broke
            }
        }
    }

    private void answerFailure() {
        batch.forEach(entry -> refuse(entry, new SpoolRefused("the disk does not take it", failure)));
        LOGGER.errorf("spool.failed records=%d cause=%s", batch.size(), failure);
        failure = null;
    }

    private void refuse(Entry entry, SpoolRefused why) {
        queued.addAndGet(-entry.refuse(why));
    }
}
