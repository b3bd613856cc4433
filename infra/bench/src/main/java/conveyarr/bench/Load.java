package conveyarr.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * One thread that sends hooks over many connections: as fast as the answers come, or at a fixed pace. At a pace a latency counts from when the
 * hook was due, so that a server that stalls cannot hide it.
 */
public final class Load {
    private static final LongFunction<byte[]> BODIES = HookBody::of;
    private static final long SLOWEST_US = 60_000_000;

    private final InetSocketAddress address;
    private final String path;
    private final int connections;
    private final Numbers numbers;
    private final Queue<Caller> idle = new ArrayDeque<>();
    private Histogram latencies;
    private long others;

    /** What came of it. {@code latencies} are microseconds and of accepted hooks alone; {@code others} are other answers and broken connections. */
    public record Result(Duration took, Histogram latencies, long others) {
        public double perSecond() {
            return latencies.getTotalCount() * 1e9 / took.toNanos();
        }

        public double ms(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    public Load(int port, String path, int connections, Numbers numbers) {
        this.address = new InetSocketAddress("127.0.0.1", port);
        this.path = path;
        this.connections = connections;
        this.numbers = numbers;
    }

    /** {@code perSecond} 0 means: as fast as it goes. */
    public Result run(Duration length, int perSecond) throws IOException {
        latencies = new Histogram(SLOWEST_US, 3);
        others = 0;
        idle.clear();
        long start = System.nanoTime();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                var caller = new Caller(address, path, BODIES.apply(0).length);
                caller.connect(selector);
                idle.add(caller);
            }
            start = System.nanoTime();
            turn(selector, start, length.toNanos(), perSecond);
            for (SelectionKey key : selector.keys()) {
                ((Caller) key.attachment()).close();
            }
        }
        return new Result(Duration.ofNanos(System.nanoTime() - start), latencies, others);
    }

    private void turn(Selector selector, long start, long length, int perSecond) throws IOException {
        long sent = 0;
        for (long now = start; now - start < length; now = System.nanoTime()) {
            long due = perSecond == 0 ? now : start + sent * 1_000_000_000L / perSecond;
            while (!idle.isEmpty() && due <= now) {
                idle.remove().ask(BODIES.apply(numbers.next(due)), due);
                sent++;
                due = perSecond == 0 ? now : start + sent * 1_000_000_000L / perSecond;
            }
            if (perSecond == 0) {
                selector.select(this::heard, 100);
            } else if (selector.selectNow(this::heard) == 0) {
                selector.select(this::heard, 1);
            }
        }
    }

    private void heard(SelectionKey key) {
        var caller = (Caller) key.attachment();
        try {
            int status = caller.read();
            if (status == 0) {
                return;
            }
            if (status == 202) {
                latencies.recordValue(Math.min(SLOWEST_US, (System.nanoTime() - caller.since()) / 1000));
            } else {
                others++;
            }
        } catch (IOException e) {
            others++;
            again(caller, key.selector());
        }
        idle.add(caller);
    }

    private static void again(Caller caller, Selector selector) {
        try {
            caller.connect(selector);
        } catch (IOException e) {
            throw new IllegalStateException("the server is gone", e);
        }
    }
}
