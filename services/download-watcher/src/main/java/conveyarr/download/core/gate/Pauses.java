package conveyarr.download.core.gate;

import static java.util.stream.Collectors.toMap;

import conveyarr.download.core.Call.PauseHeld;
import conveyarr.download.core.Call.ResumeHeld;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Pull;
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

    /** A client that has just begun shows its transfers one after the other, and some answers are short. */
    private static final Duration MISSING_AT_MOST = Duration.ofMinutes(5);

    /** One that is checked after our resume may still show that it is paused. */
    private static final Duration BUSY_AT_MOST = Duration.ofMinutes(10);

    record Done(Gate gate, List<Effect> effects, int asked) {}

    /** Everything that would move is paused, once; what somebody resumes afterwards is theirs. */
    Done shut(Gate gate, HoldReason reason) {
        Map<String, OurPause> ours = kept(gate);
        var ask = new TreeSet<String>();
        for (Sight sight : seen.transfers()) {
            OurPause before = ours.get(sight.hash());
            OurPause now = shut(before, sight, reason);
            if (now != null) {
                ours.put(sight.hash(), now);
            }
            if (now != null && now.step() == Step.PAUSING && now.asked().equals(seen.at())) {
                ask.add(sight.hash());
            }
        }
        return done(gate.withOurs(ours), ask.isEmpty() ? null : new PauseHeld(client, gate.turn(), ask), ask.size());
    }

    /** Only one that pulls was resumed by somebody; one that is checked, moved or queued, as after a start of the client, says nothing. */
    private OurPause shut(OurPause before, Sight sight, HoldReason reason) {
        return switch (sight.pull()) {
            case PAUSED -> rests(before);
            case MOVES, THIRSTS -> runs(before, reason);
            case QUEUES -> before == null || before.step() != Step.PAUSED ? runs(before, reason) : before;
            case BUSY, DONE -> before;
        };
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
        gate.ours().keySet().stream()
                .filter(ours::containsKey)
                .filter(sights::containsKey)
                .forEach(hash -> {
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
                    Duration settled = sight.pull() == Pull.BUSY ? BUSY_AT_MOST : SETTLED;
                    yield before.asked().plus(settled).isAfter(seen.at()) ? Optional.of(before) : Optional.empty();
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

    /** What is complete, or has left the client for long, is nobody's any more. */
    private Map<String, OurPause> kept(Gate gate) {
        Map<String, Pull> there = seen.transfers().stream().collect(toMap(Sight::hash, Sight::pull, (one, _) -> one));
        var ours = new HashMap<String, OurPause>();
        gate.ours().forEach((hash, pause) -> {
            Pull pull = there.get(hash);
            Optional<Instant> missing =
                    pull == null ? pause.missing().or(() -> Optional.of(seen.at())) : Optional.empty();
            boolean gone = missing.filter(since -> since.plus(MISSING_AT_MOST).isBefore(seen.at()))
                    .isPresent();
            if (pull != Pull.DONE && !gone) {
                ours.put(hash, pause.missing(missing));
            }
        });
        return ours;
    }

    private static Done done(Gate gate, Effect call, int asked) {
        return new Done(gate, call == null ? List.of() : List.of(call), asked);
    }
}
