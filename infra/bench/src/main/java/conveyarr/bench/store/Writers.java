package conveyarr.bench.store;

import conveyarr.bench.HookBody;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** 32 threads that each wait for their record to be durable before they bring the next. Writes until it is killed. */
final class Writers {
    private static final int WRITERS = 32;
    private static final int WARM_SECONDS = 3;
    private static final int SECONDS = 4;

    private Writers() {}

    /** Arguments: kind, folder, file for what was acknowledged. Prints one line of figures when it has measured. */
    public static void main(String[] args) throws Exception {
        var store = Stores.KINDS.get(args[0]).in(Path.of(args[1]));
        var acks = new Acks(Path.of(args[2]), WRITERS);
        var latencies = new ConcurrentHistogram(60_000_000_000L, 3);
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            Thread.ofPlatform().daemon().start(() -> write(store, acks, writer, latencies));
        }
        TimeUnit.SECONDS.sleep(WARM_SECONDS);
        latencies.reset();
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(SECONDS);
        Histogram done = latencies.copy();
        double seconds = (System.nanoTime() - start) / 1e9;
        // The mark at the end tells that the line is whole.
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %.0f || %n",
                args[0],
                done.getTotalCount() / seconds,
                done.getValueAtPercentile(50) / 1e6,
                done.getValueAtPercentile(99) / 1e6,
                done.getMaxValue() / 1e6);
        TimeUnit.SECONDS.sleep(60);
    }

    private static void write(Store store, Acks acks, int writer, Histogram latencies) {
        try {
            for (long i = 0; ; i++) {
                byte[] record = HookBody.of(i);
                long start = System.nanoTime();
                store.append(writer * Acks.STRIDE + i, record);
                latencies.recordValue(System.nanoTime() - start);
                acks.acknowledged(writer, i + 1);
            }
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
