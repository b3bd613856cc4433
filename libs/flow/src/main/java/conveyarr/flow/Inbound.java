package conveyarr.flow;

import conveyarr.events.DomainEvent;
import conveyarr.flow.wire.EventReader;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * How a record is taken in. Transient trouble (the database is away) is retried in place for ever; what can never work goes to the
 * service's dead-letter topic with its bytes and the reason, and the next record is handled.
 */
final class Inbound {
    private static final Logger LOGGER = Logger.getLogger(Inbound.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String service;
    private final BiFunction<ConsumerRecord<String, byte[]>, Throwable, Uni<Void>> burial;
    private final Retried retried = new Retried();

    /** {@code burial} puts away a record that can never be handled. */
    Inbound(String service, BiFunction<ConsumerRecord<String, byte[]>, Throwable, Uni<Void>> burial) {
        this.service = service;
        this.burial = burial;
    }

    Retried retried() {
        return retried;
    }

    <E extends DomainEvent> Uni<Void> receive(
            ConsumerRecord<String, byte[]> record, Class<E> family, Function<Received<E>, Uni<Void>> listener) {
        return untilDone(record, Vertx.currentContext(), () -> EventReader.read(record, family)
                .map(listener)
                .orElseGet(() -> Uni.createFrom().voidItem())); // a name that only newer versions know
    }

    Uni<Void> receiveHook(ConsumerRecord<String, byte[]> record, Function<Hook, Uni<Void>> translator) {
        return untilDone(record, Vertx.currentContext(), () -> translator.apply(EventReader.readHook(record)));
    }

    Uni<Void> receiveRaw(
            ConsumerRecord<String, byte[]> record, Function<ConsumerRecord<String, byte[]>, Uni<Void>> listener) {
        return untilDone(record, Vertx.currentContext(), () -> listener.apply(record));
    }

    /** All or none. When one of them can never be handled, they are taken in one by one, so that no other is put away with it. */
    Uni<Void> receiveAll(Together<?> batch) {
        Context context = Vertx.currentContext();
        return batch.records().size() < 2
                ? oneByOne(batch, context)
                : retried(batch.records().getFirst(), context, () -> Uni.createFrom()
                        .deferred(batch::keepAll)
                        .onFailure(Trouble::isPermanent)
                        .recoverWithUni(() -> oneByOne(batch, context)));
    }

    /** Each as if it came alone; those about the same in their order. */
    Uni<Void> receiveInLanes(
            Iterable<ConsumerRecord<String, byte[]>> records, Function<ConsumerRecord<String, byte[]>, Errand> reader) {
        record Heard(ConsumerRecord<String, byte[]> record, Errand errand) {}
        Context context = Vertx.currentContext();
        var heard = StreamSupport.stream(records.spliterator(), false)
                .map(record -> new Heard(record, read(record, reader)))
                .toList();
        return Lanes.each(
                heard,
                one -> one.errand().about(),
                one -> untilDone(one.record(), another(context), () -> one.errand()
                        .work()
                        .get()));
    }

    private static Errand read(
            ConsumerRecord<String, byte[]> record, Function<ConsumerRecord<String, byte[]>, Errand> reader) {
        try {
            return reader.apply(record);
        } catch (Throwable e) { // also an Error, which would end the channel: it is tried again, and shown
            return Errand.failing(e);
        }
    }

    /** Transactions of one context are one: work that goes on at the same time needs a context for each. */
    private static Context another(Context context) {
        Context another = VertxContext.createNewDuplicatedContext(context);
        VertxContextSafetyToggle.setContextSafe(another, true);
        return another;
    }

    private Uni<Void> oneByOne(Together<?> batch, Context context) {
        return InOrder.each(batch.records(), record -> untilDone(record, context, () -> batch.keep(record)));
    }

    private Uni<Void> untilDone(
            ConsumerRecord<String, byte[]> record, Context context, Supplier<Uni<? extends Void>> work) {
        if (DeadLetter.isReplay(record)) {
            return Uni.createFrom().deferred(() -> work.get().replaceWithVoid()); // a person hears how it ends
        }
        return retried(record, context, () -> Uni.createFrom()
                .deferred(work)
                .onFailure(Trouble::isPermanent)
                .recoverWithUni(failure -> burial.apply(record, failure)));
    }

    /** Each try runs on the record's own Vert.x context, which Hibernate Reactive needs. */
    private Uni<Void> retried(
            ConsumerRecord<String, byte[]> record, Context context, Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .deferred(work)
                .runSubscriptionOn(task -> context.runOnContext(_ -> task.run()))
                .onFailure()
                .invoke(failure -> again(record, failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onTermination()
                .invoke(() -> retried.over(record));
    }

    private void again(ConsumerRecord<String, byte[]> record, Throwable failure) {
        retried.failed(record, failure);
        LOGGER.warnf(
                "input.retried service=%s topic=%s partition=%d offset=%d cause=%s",
                service, record.topic(), record.partition(), record.offset(), failure);
    }
}
