package conveyarr.flow.http;

import conveyarr.flow.Flow;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How the services of this process do: what they have yet to handle and to publish, and whether each reaches its database. */
@Singleton
public final class FlowStates {
    private static final int PATIENCE_S = 1;

    private final List<Flow> flows;
    private final LagGauges lags;

    FlowStates(@All List<Flow> flows, LagGauges lags) {
        this.flows = flows;
        this.lags = lags;
    }

    /** The list, wrapped so that fields can be added. */
    public record Items(List<Item> items) {}

    /**
     * One service. {@code lag} are the records that it has yet to handle, null while that is not known; {@code pending} the events that it has
     * yet to publish, {@code parked} those that the broker refused; {@code retried} the inputs that are tried again, the oldest for so many
     * seconds, and why.
     */
    public record Item(
            String service,
            boolean prepared,
            boolean database,
            Long lag,
            long pending,
            double oldestSeconds,
            long parked,
            int retried,
            double retriedSeconds,
            String retriedWhy) {}

    /** Blocks for as long as a database takes to answer. */
    public Items all() {
        return new Items(flows.stream().map(this::state).toList());
    }

    private Item state(Flow flow) {
        var sizes = flow.upkeep().backlog().sizes();
        var retried = flow.upkeep().retried();
        var oldest = retried.oldest();
        return new Item(
                flow.service(),
                flow.prepared(),
                flow.prepared() && answers(flow),
                lags.of(flow.service()).orElse(null),
                sizes.pending(),
                sizes.oldestSeconds(),
                sizes.parked(),
                retried.count(),
                oldest.map(trouble ->
                                Duration.between(trouble.since(), Instant.now()).toMillis() / 1000.0)
                        .orElse(0.0),
                oldest.map(trouble -> trouble.place() + ": " + trouble.cause()).orElse(null));
    }

    private static boolean answers(Flow flow) {
        try (var connection = flow.jdbc().getConnection()) {
            return connection.isValid(PATIENCE_S);
        } catch (SQLException _) {
            return false;
        }
    }
}
