package conveyarr.request.in;

import conveyarr.request.core.HookSummary;
import conveyarr.request.core.Verdict;
import conveyarr.request.in.Rejections.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How hooks are listed. */
final class IncomingViews {
    static final String REJECTED = "REJECTED";
    static final int ACCEPTED = 202;

    private IncomingViews() {}

    /** {@code next} is the {@code cursor} of the next page. */
    record Page(List<Item> items, Optional<UUID> next) {}

    record Item(
            UUID id,
            Instant receivedAt,
            String source,
            String remote,
            String type,
            String result,
            Optional<String> reason,
            int status,
            long bytes,
            Optional<UUID> duplicateOf) {}

    static Item item(HookSummary hook) {
        var verdict = hook.verdict();
        return new Item(
                hook.receipt(),
                hook.receivedAt(),
                hook.instance(),
                hook.remote(),
                verdict.type(),
                verdict.result().name(),
                verdict.reason(),
                ACCEPTED,
                hook.bytes(),
                hook.duplicateOf());
    }

    static Item item(Rejection rejection) {
        return new Item(
                rejection.receipt(),
                rejection.receivedAt(),
                rejection.source(),
                rejection.remote(),
                Verdict.NO_TYPE,
                REJECTED,
                Optional.of(rejection.why().reason()),
                rejection.why().status(),
                0,
                Optional.empty());
    }
}
