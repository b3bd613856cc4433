package conveyarr.flow.http;

import conveyarr.flow.Flow;
import conveyarr.flow.loop.KafkaAccess;
import conveyarr.flow.loop.Lag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What each service has yet to handle of each topic ({@code conveyarr_consumer_lag}). */
@Singleton
class LagGauges {
    private static final Logger LOGGER = Logger.getLogger(LagGauges.class);

    private final List<Flow> flows;
    private final MultiGauge gauge;
    private final Map<String, Long> byService = new ConcurrentHashMap<>();
    private Lag lag;

    LagGauges(@All List<Flow> flows, MeterRegistry registry) {
        this.flows = flows;
        this.gauge = MultiGauge.builder("conveyarr.consumer.lag")
                .description("Records that a service has yet to handle.")
                .register(registry);
    }

    @Scheduled(every = "{conveyarr.lag-every:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        if (flows.isEmpty() || !flows.stream().allMatch(Flow::prepared)) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(flows)
                .onItem()
                .transformToUniAndConcatenate(flow -> lag().of(flow.service())
                        .invoke(seen -> keep(flow, seen))
                        .map(byTopic -> byTopic.entrySet().stream()
                                .<Row<?>>map(one -> Row.of(
                                        Tags.of("group", flow.service(), "topic", one.getKey()), one.getValue()))))
                .collect()
                .asList()
                .invoke(rows ->
                        gauge.register(rows.stream().flatMap(Stream::distinct).toList(), true))
                .replaceWithVoid()
                .onFailure()
                .invoke(byService::clear)
                .onFailure()
                .invoke(trouble -> LOGGER.debugf("lag.unknown cause=%s", trouble))
                .onFailure()
                .recoverWithNull();
    }

    private void keep(Flow flow, Map<String, Long> byTopic) {
        byService.put(
                flow.service(),
                byTopic.values().stream().mapToLong(Long::longValue).sum());
    }

    /** What a service had yet to handle of all topics when that was last looked at; empty while it is not known. */
    Optional<Long> of(String service) {
        return Optional.ofNullable(byService.get(service));
    }

    /** Opened when it is first needed: a service starts with the broker away. */
    private synchronized Lag lag() {
        if (lag == null) {
            lag = new Lag(KafkaAccess.fromConfig());
        }
        return lag;
    }

    @PreDestroy
    synchronized void close() {
        if (lag != null) {
            lag.close();
        }
    }
}
