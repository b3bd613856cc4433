package conveyarr.flow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records for a listener that keeps many in one transaction; those that {@code reader} does not know are passed over. */
record Together<T>(
        List<ConsumerRecord<String, byte[]>> records,
        Function<ConsumerRecord<String, byte[]>, Optional<T>> reader,
        Function<List<T>, Uni<Void>> listener) {

    static <T> Together<T> of(
            Iterable<ConsumerRecord<String, byte[]>> records,
            Function<ConsumerRecord<String, byte[]>, Optional<T>> reader,
            Function<List<T>, Uni<Void>> listener) {
        return new Together<>(StreamSupport.stream(records.spliterator(), false).toList(), reader, listener);
    }

    Uni<Void> keepAll() {
        return keep(records);
    }

    Uni<Void> keep(ConsumerRecord<String, byte[]> alone) {
        return keep(List.of(alone));
    }

    private Uni<Void> keep(List<ConsumerRecord<String, byte[]>> some) {
        var known =
                some.stream().flatMap(record -> reader.apply(record).stream()).toList();
        return known.isEmpty() ? Uni.createFrom().voidItem() : listener.apply(known);
    }
}
