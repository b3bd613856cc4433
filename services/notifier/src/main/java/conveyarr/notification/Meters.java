package conveyarr.notification;

import conveyarr.notification.core.Delivery;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Signal;
import conveyarr.notification.core.Signal.Claiming;
import conveyarr.notification.out.LedgerCounts;
import conveyarr.notification.out.LedgerCounts.Counts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What the metrics page shows of this service. No label carries a title or a person. */
@Singleton
public class Meters {
    private static final String NAME = "conveyarr.notifications";

    private final MeterRegistry registry;
    private final LedgerCounts ledger;
    private final Refusals refusals;
    private volatile int refused;
    private volatile Counts counts = new Counts(0, 0, 0, 0, 0);

    Meters(MeterRegistry registry, LedgerCounts ledger, Refusals refusals) {
        this.refusals = refusals;
        this.registry = registry;
        this.ledger = ledger;
        gauge("pending", "Notifications that are to be sent, or sent again.", Counts::pending);
        gauge("oldest.seconds", "How long the oldest of them has waited.", Counts::oldestSeconds);
        gauge("in.doubt", "Notifications of which nobody can say whether they arrived.", Counts::inDoubt);
        gauge("failed", "Notifications that were given up.", Counts::failed);
        gauge(
                "waiting",
                "Messages that wait for more events, for the end of quiet hours or for a digest.",
                Counts::waiting);
        Gauge.builder(NAME + ".refused", () -> refused)
                .description("Channels, or people there, that take nothing from us.")
                .register(registry);
    }

    private void gauge(String name, String what, ToDoubleFunction<Counts> value) {
        Gauge.builder(NAME + "." + name, () -> value.applyAsDouble(counts))
                .description(what)
                .register(registry);
    }

    /** One try, or one notification that is on purpose not sent. */
    public void count(String channel, String type, String result) {
        registry.counter(NAME, "channel", channel, "type", type, "result", result)
                .increment();
    }

    /** How a delivery moved. */
    record Step(Delivery before, Signal signal, Delivery after) {}

    /** Whoever hears an answer counts it; a claim whose answer never came is a doubt all the same. */
    void count(Step step) {
        if (step instanceof Step(Claimed(var letter, var _, var _), Claiming _, var after)
                && !(after instanceof Claimed)) {
            count(letter.target().channel(), letter.notification().type(), "doubt");
        }
    }

    /** Counts the ledger again. */
    public Uni<Void> look() {
        return ledger.now()
                .invoke(now -> counts = now)
                .chain(refusals::all)
                .invoke(all -> refused = all.size())
                .replaceWithVoid();
    }
}
