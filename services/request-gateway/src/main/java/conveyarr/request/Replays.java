package conveyarr.request;

import conveyarr.flow.InOrder;
import conveyarr.request.core.KeptHook;
import conveyarr.request.core.Redaction;
import conveyarr.request.core.Replay;
import conveyarr.request.core.Stretch;
import conveyarr.request.core.Verdict;
import conveyarr.request.out.HookRows;
import conveyarr.request.out.ReplayRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Publishes kept hooks once more, for services that could not read them then. What they say has the same ids, so that nothing happens twice;
 * and it keeps the time of its receipt, so that nobody is told of old news.
 */
@Singleton
public class Replays {
    private static final Logger LOGGER = Logger.getLogger(Replays.class);
    private static final int AT_ONCE = 100;

    private final RequestFlow flow;
    private final HookRows hooks;
    private final ReplayRows replays;
    private final Judge judge;
    private final Redaction redaction;

    Replays(RequestFlow flow, HookRows hooks, ReplayRows replays, Judge judge, Secrets secrets) {
        this.flow = flow;
        this.hooks = hooks;
        this.replays = replays;
        this.judge = judge;
        this.redaction = secrets.redaction();
    }

    /** The receipts that a replay of the stretch would publish, oldest first, and no more than {@code most}. */
    public Uni<List<UUID>> find(Stretch stretch, int most) {
        return replays.receipts(stretch, most);
    }

    public Uni<List<Replay>> of(UUID receipt) {
        return replays.of(receipt);
    }

    /** Why this hook cannot be published; empty when it can. */
    public Optional<String> obstacle(KeptHook hook) {
        Verdict now = judge.judge(hook.delivery());
        return now.result() == Verdict.Result.QUARANTINED ? now.reason() : Optional.empty();
    }

    /** In this order. A crash in the middle leaves some out; doing it again does no harm. */
    public Uni<Void> publish(List<UUID> receipts, UUID job) {
        LOGGER.infof("hooks.replayed count=%d job=%s", receipts.size(), job);
        return InOrder.each(portions(receipts), portion -> hooks.find(portion)
                .chain(found -> replays.publish(flow, cleaned(found), job)));
    }

    private List<KeptHook> cleaned(List<KeptHook> found) {
        return found.stream().map(hook -> hook.with(redaction)).toList();
    }

    private static List<List<UUID>> portions(List<UUID> all) {
        var portions = new ArrayList<List<UUID>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            portions.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return portions;
    }
}
