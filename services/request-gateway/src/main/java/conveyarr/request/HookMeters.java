package conveyarr.request;

import conveyarr.request.out.HookMover.Judged;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the hooks that were kept ({@code conveyarr_webhook_received_total}), by who sent them, what they are and what became of them. */
@Singleton
class HookMeters {
    /** Types are words of strangers, so there may be no end to them. */
    private static final int MOST_TYPES = 100;

    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final Set<String> types = ConcurrentHashMap.newKeySet();

    HookMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void kept(List<Judged> hooks) {
        for (Judged hook : hooks) {
            String result = hook.verdict().result().name().toLowerCase(Locale.ROOT);
            String source = hook.delivery().instance();
            registry.counter("conveyarr.webhook.received", "source", source, "type", type(hook), "result", result)
                    .increment();
        }
    }

    private String type(Judged hook) {
        String type = String.valueOf(hook.verdict().type());
        boolean known = type.matches("[A-Za-z_ ]{1,40}")
                && (types.contains(type) || types.size() < MOST_TYPES && types.add(type));
        return known ? type : OTHER;
    }
}
