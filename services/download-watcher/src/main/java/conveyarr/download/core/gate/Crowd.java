package conveyarr.download.core.gate;

import static conveyarr.events.DownloadEvent.HoldReason.MANY_STALLED;

import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When many stop at once, it is the fault of none of them. */
record Crowd(Gate gate, ClientSeen seen, Duration patience) {
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    /** What else holds, such as the VPN, is known by then and is the better reason; with little patience they would be struck by then. */
    private static final Duration NO_OTHER_REASON = Duration.ofSeconds(90);

    /** After that it is their fault after all. */
    private static final Duration AT_MOST = Duration.ofHours(6);

    private static final int MANY = 5;

    /** Five or more moved a few minutes ago and four of five of them do not any more, though they are still there and want to. */
    boolean stopped() {
        Doubts doubts = gate.doubts();
        long moving = seen.transfers().stream().filter(Sight::moves).count();
        long thirsty = seen.transfers().stream()
                .filter(sight -> sight.pull() == GateSignal.Pull.THIRSTS)
                .count();
        boolean few = moving * 5 <= doubts.peak() && thirsty * 5 >= doubts.peak() * 4L;
        if (gate.holds().containsKey(MANY_STALLED)) {
            return few && !tooLong();
        }
        boolean lasts = doubts.peakAt()
                .filter(at -> !at.plus(noOtherReason()).isAfter(seen.at()))
                .isPresent();
        return doubts.peak() >= MANY && few && lasts;
    }

    /** The peak is forgotten after a while, and when something else holds, but not while it is the measure of a hold. */
    Doubts doubts(Optional<Instant> strangeSince, Optional<Instant> deafSince) {
        int moving = (int) seen.transfers().stream().filter(Sight::moves).count();
        Doubts before = gate.doubts();
        boolean old =
                before.peakAt().map(at -> at.plus(AT_ONCE).isBefore(seen.at())).orElse(true);
        boolean held = gate.holds().containsKey(MANY_STALLED);
        boolean anew = moving >= before.peak() || !held && (old || !gate.holds().isEmpty());
        return new Doubts(
                strangeSince,
                anew ? moving : before.peak(),
                anew ? Optional.of(seen.at()) : before.peakAt(),
                seen.stand(),
                deafSince,
                before.former(),
                Optional.empty());
    }

    private Duration noOtherReason() {
        Duration half = patience.dividedBy(2);
        return half.compareTo(NO_OTHER_REASON) < 0 ? half : NO_OTHER_REASON;
    }

    private boolean tooLong() {
        return gate.holds().get(MANY_STALLED).plus(AT_MOST).isBefore(seen.at());
    }
}
