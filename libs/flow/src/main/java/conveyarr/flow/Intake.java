package conveyarr.flow;

import conveyarr.events.DomainEvent;
import conveyarr.flow.wire.EventReader;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** How a service takes in what its topics bring; see {@link Inbound} for what becomes of trouble. */
public abstract class Intake {
    private final Inbound inbound;

    Intake(String service) {
        this.inbound = new Inbound(service, this::bury);
    }

    /** Puts away a record that can never be handled. */
    abstract Uni<Void> bury(ConsumerRecord<String, byte[]> record, Throwable failure);

    final Retried retried() {
        return inbound.retried();
    }

    /** Hands one record to a listener. */
    public <E extends DomainEvent> Uni<Void> receive(
            ConsumerRecord<String, byte[]> record, Class<E> family, Function<Received<E>, Uni<Void>> listener) {
        return inbound.receive(record, family, listener);
    }

    /** Hands records to a listener, those of one key in their order and several keys at a time. */
    public <E extends DomainEvent> Uni<Void> receive(
            ConsumerRecords<String, byte[]> records, Class<E> family, Function<Received<E>, Uni<Void>> listener) {
        return inbound.receiveInLanes(records, record -> EventReader.read(record, family)
                .map(event ->
                        new Errand(record.key() == null ? Set.of() : Set.of(record.key()), () -> listener.apply(event)))
                .orElse(Errand.NONE));
    }

    /** Has raw hooks read, and what they ask for done, several things at a time. */
    public Uni<Void> receiveHooks(ConsumerRecords<String, byte[]> records, Function<Hook, Errand> reader) {
        return inbound.receiveInLanes(records, record -> reader.apply(EventReader.readHook(record)));
    }

    /** Hands one raw hook to a translator. */
    public Uni<Void> receiveHook(ConsumerRecord<String, byte[]> record, Function<Hook, Uni<Void>> translator) {
        return inbound.receiveHook(record, translator);
    }

    /** Hands one record that is no event to a listener. */
    public Uni<Void> receiveRaw(
            ConsumerRecord<String, byte[]> record, Function<ConsumerRecord<String, byte[]>, Uni<Void>> listener) {
        return inbound.receiveRaw(record, listener);
    }

    /** Hands many records at once to a listener that keeps them in one transaction. */
    public <T> Uni<Void> receiveAll(
            ConsumerRecords<String, byte[]> records,
            Function<ConsumerRecord<String, byte[]>, Optional<T>> reader,
            Function<List<T>, Uni<Void>> listener) {
        return inbound.receiveAll(Together.of(records, reader, listener));
    }
}
