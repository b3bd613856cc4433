package conveyarr.request;

import conveyarr.flow.spool.Spool;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.HookQuery;
import conveyarr.request.core.HookSummary;
import conveyarr.request.core.KeptHook;
import conveyarr.request.core.Original;
import conveyarr.request.core.Redaction;
import conveyarr.request.core.Redaction.Cleaned;
import conveyarr.request.out.Aside;
import conveyarr.request.out.HookMover;
import conveyarr.request.out.HookRows;
import conveyarr.upstream.HookReader.Reading;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The hooks that were accepted: kept on the disk first, then moved to PostgreSQL and from there to Kafka. */
@Startup
@Singleton
public class Hooks {
    private final Spool spool;
    private final HookMover mover;
    private final HookRows rows;
    private final Judge judge;
    private final Redaction redaction;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    Hooks(
            HookMeters meters,
            RequestFlow flow,
            HookRows rows,
            Judge judge,
            Secrets secrets,
            @ConfigProperty(name = "conveyarr.data", defaultValue = "data") Path data,
            @ConfigProperty(name = "conveyarr.request.spool-cap", defaultValue = "1G") MemorySize cap)
            throws IOException {
        this.rows = rows;
        this.judge = judge;
        this.redaction = secrets.redaction();
        this.spool = Spool.open(data.resolve("spool"), cap.asLongValue());
        this.mover = new HookMover(spool, flow, new Aside(data.resolve("spool"), this::judged), meters::kept);
        mover.start();
    }

    private HookMover.Judged judged(byte[] bytes) {
        Delivery raw = Envelope.read(bytes);
        Cleaned cleaned = redaction.clean(raw.body());
        Delivery delivery = raw.with(cleaned.body());
        return new HookMover.Judged(
                delivery, judge.judge(delivery), new Original(Original.sha256(raw.body()), cleaned.masked()));
    }

    @PreDestroy
    void close() throws IOException {
        mover.close();
        spool.close();
    }

    /** Completes when the hook is on the disk; fails when it is not kept. Needs neither PostgreSQL nor Kafka. */
    public CompletionStage<Void> keep(Delivery delivery) {
        return spool.append(Envelope.write(delivery)).thenRun(() -> {
            last.put(delivery.instance(), delivery.receivedAt());
            mover.comeSoon();
        });
    }

    /** When each instance brought its last hook to this process. */
    public Map<String, Instant> last() {
        return Map.copyOf(last);
    }

    /** When each instance brought its last hook, here or anywhere. */
    public Uni<Map<String, Instant>> lastKept() {
        return rows.lastHooks(instances()).map(kept -> {
            var newest = new HashMap<>(kept);
            last.forEach((instance, at) -> newest.merge(instance, at, (a, b) -> a.isAfter(b) ? a : b));
            return Map.copyOf(newest);
        });
    }

    /** Whether the next hook would be kept. */
    public boolean accepts() {
        return spool.accepts();
    }

    /** How many bytes of hooks wait to be moved, about. */
    public long waiting() {
        return spool.bytes();
    }

    /** Newest first. */
    public Uni<List<HookSummary>> find(HookQuery query) {
        return rows.find(query);
    }

    /** How many were kept since then, by what became of them. */
    public Uni<Map<String, Long>> countSince(Instant since) {
        return rows.countSince(since);
    }

    public Uni<Optional<KeptHook>> find(UUID receipt) {
        return rows.find(receipt).map(found -> found.map(hook -> hook.with(redaction)));
    }

    /** The instances that hooks can come from. */
    public Set<String> instances() {
        return judge.instances();
    }

    /** What a kept hook says, read anew. */
    public Reading read(Delivery delivery) {
        return judge.read(delivery);
    }
}
