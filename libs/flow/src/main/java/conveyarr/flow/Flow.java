package conveyarr.flow;

import conveyarr.flow.loop.CallsInTurn;
import conveyarr.flow.loop.KafkaAccess;
import conveyarr.flow.loop.Loops;
import conveyarr.flow.loop.Preparation;
import conveyarr.flow.loop.Tidying;
import conveyarr.flow.state.Aggregate;
import conveyarr.flow.state.Bulk;
import conveyarr.flow.state.Handler;
import conveyarr.flow.state.StateRow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What one service runs on: its schema, its inbox and outbox, the relay that publishes for it, the loop that makes its calls. Each service
 * has one subclass, which only says its name. It starts with PostgreSQL and Kafka down, and is {@link #prepared()} once it has seen both.
 */
public abstract class Flow extends Intake {
    private final Parts parts;
    private final Tables tables;
    private final Loops loops;
    private final Preparation preparation;
    private final Cemetery cemetery;
    private final Upkeep upkeep;

    /** {@code word} is the schema, {@code service} the consumer group and the name of the dead-letter topic. */
    public record Parts(
            String word, String service, Mutiny.SessionFactory db, AgroalDataSource jdbc, Flyway migrations) {}

    protected Flow(Parts parts) {
        super(parts.service());
        this.parts = parts;
        this.tables = new Tables(parts.word());
        this.loops = Loops.of(parts.word(), parts.jdbc(), beat());
        var tidying = new Tidying(parts.word(), parts.jdbc(), tidyings());
        this.preparation = new Preparation(parts.migrations(), KafkaAccess.fromConfig(), tidying, loops::start);
        this.cemetery = new Cemetery(parts.service(), this);
        this.upkeep = new Upkeep(parts, retried(), loops.relay().backlog());
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

    /** For aggregates of which many move at once. */
    public <S, R extends StateRow> Bulk<S, R> bulk(Aggregate<S, R> aggregate) {
        return new Bulk<>(parts.word(), parts.jdbc(), aggregate, this::wake);
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

    @Override
    final Uni<Void> bury(ConsumerRecord<String, byte[]> record, Throwable failure) {
        return cemetery.bury(record, failure);
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
