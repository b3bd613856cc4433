package conveyarr.bench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Group commit without a wait for stores that have none of their own: a batch is what queued during the last sync. */
abstract class Grouped implements Store {
    private static final int MOST = 4096;

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofPlatform().daemon().unstarted(this::run);

    record Waiting(long number, byte[] record, CompletableFuture<Void> done) {}

    protected final void begin() {
        writer.start();
    }

    /** Writes and syncs. */
    abstract void write(List<Waiting> batch) throws Exception;

    @Override
    public final void append(long number, byte[] record) {
        var done = new CompletableFuture<Void>();
        queue.add(new Waiting(number, record, done));
        done.join();
    }

    private void run() {
        var batch = new ArrayList<Waiting>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, MOST);
                write(batch);
                batch.forEach(waiting -> waiting.done().complete(null));
            }
        } catch (InterruptedException _) { // closed
        } catch (Exception e) {
            batch.forEach(waiting -> waiting.done().completeExceptionally(e));
        }
    }

    protected final void end() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
