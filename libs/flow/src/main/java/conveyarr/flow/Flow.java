package conveyarr.flow;

import conveyarr.events.DomainEvent;
import conveyarr.flow.loop.CallsInTurn;
import conveyarr.flow.loop.KafkaAccess;
import conveyarr.flow.loop.Loops;
import conveyarr.flow.loop.Preparation;
import conveyarr.flow.loop.Tidying;
import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.Handler;
import conveyarr.flow.state.StateRow;
import conveyarr.flow.wire.EventReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What one service runs on: its schema, its inbox and outbox, the relay that publishes for it, the loop that makes its calls. Each service
 * has one subclass, which only says its name. It starts with PostgreSQL and Kafka down, and is {@link #prepared()} once it has seen both.
 */
public abstract class Flow {
    private final Parts parts;
    private final Tables tables;
    private final Loops loops;
    private final Preparation preparation;
    private final Inbound inbound;
    private final Upkeep upkeep;

    /** {@code word} is the schema, {@code service} the consumer group and the name of the dead-letter topic. */
    public record Parts(
            String word, String service, Mutiny.SessionFactory db, AgroalDataSource jdbc, Flyway migrations) {}

    protected Flow(Parts parts) {
        this.parts = parts;
        this.tables = new Tables(parts.word());
        this.loops = Loops.of(parts.word(), parts.jdbc(), beat());
        var tidying = new Tidying(parts.word(), parts.jdbc(), tidyings());
        this.preparation = new Preparation(parts.migrations(), KafkaAccess.fromConfig(), tidying, loops::start);
        this.inbound = new Inbound(parts.service(), new Cemetery(parts.service(), this)::bury);
        this.upkeep = new Upkeep(parts, inbound.retried(), loops.relay().backlog());
    }

    @PostConstruct
    void start() {
        preparation.start();
    }

    /** While everything is still there: others may take over the polls, and calls that were begun are ended. */
    void drain(@Observes ShutdownEvent end) {
        loops.drain();
    }

    @PreDestroy
    void stop() {
        preparation.close();
        loops.close();
    }

    /** Statements that delete what only this service keeps and no longer needs; run once an hour. */
    protected List<String> tidyings() {
        return List.of();
    }

    /** How long events are gathered while they come fast: the first of them goes at once. */
    protected Duration beat() {
        return Duration.ofMillis(50);
    }

    public String service() {
        return parts.service();
    }

    /** True once the tables and topics are there. */
    public boolean prepared() {
        return preparation.done();
    }

    public <S, R extends StateRow> Handler<S, R> handler(Aggregate<S, R> aggregate) {
        return new Handler<>(parts.db(), tables, aggregate, this::wake);
    }

    /** Runs work in one transaction, then wakes the relay and the calls. */
    public <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        return parts.db().withTransaction(work).invoke(this::wake);
    }

    public Tables tables() {
        return tables;
    }

    public AgroalDataSource jdbc() {
        return parts.jdbc();
    }

    /** Says who carries out the calls of this service. */
    public void carryOut(CallsInTurn<?> runner) {
        loops.calls().carryOut(runner);
    }

    /** Hands one record to a listener; see {@link Inbound}. */
    public <E extends DomainEvent> Uni<Void> receive(
            ConsumerRecord<String, byte[]> record, Class<E> family, Function<Received<E>, Uni<Void>> listener) {
        return inbound.receive(record, family, listener);
    }

    /** Hands records to a listener, those of one key in their order and several keys at a time; see {@link Inbound}. */
    public <E extends DomainEvent> Uni<Void> receive(
            ConsumerRecords<String, byte[]> records, Class<E> family, Function<Received<E>, Uni<Void>> listener) {
        return inbound.receiveInLanes(records, record -> EventReader.read(record, family)
                .map(event -> new Errand(Set.of(record.key()), () -> listener.apply(event)))
                .orElse(Errand.NONE));
    }

    /** Has raw hooks read, and what they ask for done, several things at a time; see {@link Inbound}. */
    public Uni<Void> receiveHooks(ConsumerRecords<String, byte[]> records, Function<Hook, Errand> reader) {
        return inbound.receiveInLanes(records, record -> reader.apply(EventReader.readHook(record)));
    }

    /** Hands one raw hook to a translator; see {@link Inbound}. */
    public Uni<Void> receiveHook(ConsumerRecord<String, byte[]> record, Function<Hook, Uni<Void>> translator) {
        return inbound.receiveHook(record, translator);
    }

    /** Hands one record that is no event to a listener; see {@link Inbound}. */
    public Uni<Void> receiveRaw(
            ConsumerRecord<String, byte[]> record, Function<ConsumerRecord<String, byte[]>, Uni<Void>> listener) {
        return inbound.receiveRaw(record, listener);
    }

    /** Hands many records at once to a listener that keeps them in one transaction; see {@link Inbound}. */
    public <T> Uni<Void> receiveAll(
            ConsumerRecords<String, byte[]> records,
            Function<ConsumerRecord<String, byte[]>, Optional<T>> reader,
            Function<List<T>, Uni<Void>> listener) {
        return inbound.receiveAll(Together.of(records, reader, listener));
    }

    /** Work that one process of this service does alone: nothing happens while another does it, or before this one is prepared. */
    public Uni<Void> alone(String name, Function<Turn, Uni<Void>> work) {
        return prepared()
                ? Alone.run(() -> loops.turns().take(name), work)
                : Uni.createFrom().voidItem();
    }

    /** What of this service waits or is in trouble, for those who look after it. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** To be called after a commit that wrote to the outbox or asked for a call. */
    public void wake() {
        loops.wake();
    }
}
