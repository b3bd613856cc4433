package conveyarr.download.out;

import conveyarr.download.Gates;
import conveyarr.download.core.Call;
import conveyarr.download.core.Call.*;
import conveyarr.download.core.Wish;
import conveyarr.download.core.gate.Gate;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.BiPredicate;

/** Whether a call that was ordered a while ago is still wanted, asked right before it is made. */
record Wanted(Gates gates, DownloadRows downloads) {
    /** What the gate ordered is, only while it stands as it stood then, and somebody watches it. */
    Uni<Wish> wish(Call call) {
        return switch (call) {
            case PauseHeld c -> gate(c, (gate, now) -> gate.stillWants(c.turn(), now));
            case ResumeHeld c -> gate(c, (gate, now) -> gate.stillWants(c.turn(), now));
            case Listen c -> gate(c, (gate, now) -> gate.isWatched(now) && gate.forwards(c.port()));
            case GoAt c -> gate(c, (gate, now) -> gate.isWatched(now) && gate.wantsPace(c.from(), c.to()));
            case OfOne c -> c.because().map(why -> rule(c, why)).orElseGet(() -> hand(c));
        };
    }

    private Uni<Wish> gate(Call call, BiPredicate<Gate, Instant> still) {
        return gates.of(call.client()).map(gate -> still.test(gate, Instant.now()) ? Wish.NOW : Wish.NEVER);
    }

    /** What a rule ordered waits until somebody has looked again, and is left undone when it shows that the trouble is over. */
    private Uni<Wish> rule(OfOne call, Because why) {
        return gates.of(call.client())
                .chain(gate -> gate.isWatched(Instant.now())
                        ? downloads.inClient(call.download()).map(found -> found.map(known -> Wish.of(known, why))
                                .orElse(Wish.NEVER))
                        : Uni.createFrom().item(Wish.LATER));
    }

    /** What a person ordered is wanted; but what somebody waits for is not just taken away. */
    private Uni<Wish> hand(OfOne call) {
        return call instanceof Remove
                ? downloads.isOrphan(call.download()).map(orphan -> orphan ? Wish.NOW : Wish.NEVER)
                : Uni.createFrom().item(Wish.NOW);
    }
}
