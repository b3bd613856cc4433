package conveyarr.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The inputs that are being tried again at this moment, because of trouble that should pass. */
public final class Retried {
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    /** {@code place} is topic, partition and offset. */
    public record Trouble(String place, Instant since, String cause) {}

    void failed(ConsumerRecord<?, ?> record, Throwable cause) {
        String place = place(record);
        troubles.compute(
                place,
                (_, before) -> new Trouble(place, before == null ? Instant.now() : before.since(), cause.toString()));
    }

    void over(ConsumerRecord<?, ?> record) {
        troubles.remove(place(record));
    }

    public int count() {
        return troubles.size();
    }

    public Optional<Trouble> oldest() {
        return troubles.values().stream().min(Comparator.comparing(Trouble::since));
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
