package conveyarr.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A foreign reader of committed records on {@code conveyarr.hooks}: when does it see which hook? */
final class Watch implements AutoCloseable {
    private static final long SLOWEST_US = 600_000_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Numbers numbers;
    private final AtomicLong seen = new AtomicLong();
    private final Thread thread;
    private volatile Histogram latencies = new Histogram(SLOWEST_US, 3);
    private volatile boolean running = true;

    Watch(String bootstrapServers, Numbers numbers) {
        this.numbers = numbers;
        this.consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                100,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class));
        var partitions = consumer.partitionsFor("conveyarr.hooks").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // the end is looked up now and not at the first poll
        this.thread = Thread.ofPlatform().name("watch").start(this::run);
    }

    private void run() {
        try {
            while (running) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> saw(record.value()));
            }
        } catch (WakeupException _) { // closed
        } finally {
            consumer.close();
        }
    }

    private void saw(byte[] body) {
        long number = HookBody.number(body);
        if (number >= 0) {
            latencies.recordValue(Math.min(SLOWEST_US, (System.nanoTime() - numbers.due(number)) / 1000));
            seen.incrementAndGet();
        }
    }

    long seen() {
        return seen.get();
    }

    /** What was seen since the last call, in microseconds. */
    Histogram latencies() {
        Histogram done = latencies;
        latencies = new Histogram(SLOWEST_US, 3);
        return done;
    }

    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
