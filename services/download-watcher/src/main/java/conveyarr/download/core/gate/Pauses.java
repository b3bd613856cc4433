package conveyarr.download.core.gate;

import conveyarr.download.core.Call.PauseHeld;
import conveyarr.download.core.Call.ResumeHeld;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Sight;
import conveyarr.download.core.gate.OurPause.Step;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.flow.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Keeps the list of what we paused, and brings the client to what the gate wants, in one call for all. */
record Pauses(String client, ClientSeen seen) {
    /** So long a client may take to show what it was told (qBittorrent refreshes its states every 1.5 s). */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(20);

    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final int TRIES = 20;

    record Done(Gate gate, List<Effect> effects, int asked) {}

    /** Everything that would move is paused, once; what somebody resumes afterwards is theirs. */
    Done shut(Gate gate, HoldReason reason) {
        Map<String, OurPause> ours = kept(gate);
        var ask = new TreeSet<String>();
        for (Sight sight : seen.transfers()) {
            OurPause before = ours.get(sight.hash());
            OurPause now = sight.paused() ? rests(before) : runs(before, reason);
            if (now != null) {
                ours.put(sight.hash(), now);
            }
            if (now != null && now.step() == Step.PAUSING && now.asked().equals(seen.at())) {
                ask.add(sight.hash());
            }
        }
        return done(gate.withOurs(ours), ask.isEmpty() ? null : new PauseHeld(client, gate.turn(), ask), ask.size());
    }

    /** Paused and not by us is the owner's. */
    private static OurPause rests(OurPause before) {
        return before == null || before.step() == Step.LEFT_ALONE ? before : before.at(Step.PAUSED);
    }

    private OurPause runs(OurPause before, HoldReason reason) {
        Instant now = seen.at();
        if (before == null) {
            return new OurPause(reason, Step.PAUSING, now, 1);
        }
        return switch (before.step()) {
            case PAUSING -> late(before) ? before.asked(Step.PAUSING, now) : before;
            case PAUSED -> before.at(Step.LEFT_ALONE);
            case RESUMING -> before.asked(Step.PAUSING, now);
            case LEFT_ALONE -> before;
        };
    }

    /** Exactly what we paused is resumed, and forgotten once it is seen to go on. */
    Done open(Gate gate) {
        Map<String, OurPause> ours = kept(gate);
        Map<String, Sight> sights = new HashMap<>();
        seen.transfers().forEach(sight -> sights.put(sight.hash(), sight));
        var ask = new TreeSet<String>();
        gate.ours().keySet().stream().filter(ours::containsKey).forEach(hash -> {
            Optional<OurPause> now = resumed(ours.get(hash), sights.get(hash));
            now.ifPresentOrElse(pause -> ours.put(hash, pause), () -> ours.remove(hash));
            if (now.filter(pause -> pause.asked().equals(seen.at())).isPresent()) {
                ask.add(hash);
            }
        });
        return done(gate.withOurs(ours), ask.isEmpty() ? null : new ResumeHeld(client, gate.turn(), ask), ask.size());
    }

    private Optional<OurPause> resumed(OurPause before, Sight sight) {
        return switch (before.step()) {
            case PAUSING, PAUSED -> Optional.of(before.asked(Step.RESUMING, seen.at()));
            case RESUMING -> {
                if (!sight.paused()) {
                    yield before.asked().plus(SETTLED).isAfter(seen.at()) ? Optional.of(before) : Optional.empty();
                }
                Optional<OurPause> again = Optional.of(late(before) ? before.asked(Step.RESUMING, seen.at()) : before);
                yield again.filter(pause -> pause.times() <= TRIES);
            }
            case LEFT_ALONE -> Optional.empty();
        };
    }

    private boolean late(OurPause pause) {
        return !pause.asked().plus(ASK_AGAIN).isAfter(seen.at());
    }

    /** What has left the client, or is complete, is nobody's any more. */
    private Map<String, OurPause> kept(Gate gate) {
        var ours = new HashMap<>(gate.ours());
        ours.keySet().retainAll(seen.transfers().stream().map(Sight::hash).toList());
        return ours;
    }

    private static Done done(Gate gate, Effect call, int asked) {
        return new Done(gate, call == null ? List.of() : List.of(call), asked);
    }
}
