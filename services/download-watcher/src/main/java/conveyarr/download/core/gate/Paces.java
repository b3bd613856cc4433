package conveyarr.download.core.gate;

import conveyarr.download.core.Call;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Tempo;
import conveyarr.download.core.gate.Slow.Step;
import conveyarr.events.ComponentId;
import conveyarr.events.DownloadEvent.ClientAtFullSpeed;
import conveyarr.events.DownloadEvent.ClientSlowed;
import conveyarr.flow.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Slows a client down in the hours of little speed, and gives it back exactly the pace that it had. What somebody else sets is theirs. */
record Paces(GatePolicy policy, ClientSeen seen) {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(20);

    /** A call that is under way may still arrive for so long. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final int TRIES = 20;

    record Done(Gate gate, List<Effect> effects) {
        static Done with(Gate gate, Slow slow, Effect... effects) {
            return new Done(gate.withSlow(Optional.of(slow)), List.of(effects));
        }
    }

    /** {@code before} is the gate before this look: a client that has just come back may have forgotten what it was told. */
    Done set(Gate before, Gate gate) {
        Optional<Tempo> tempo = seen.stand().tempo();
        if (tempo.isEmpty()) {
            return new Done(gate, List.of());
        }
        Tempo is = tempo.get();
        if (!policy.hours().limitedAt(seen.at())) {
            return gate.slow().map(slow -> over(gate, slow, is)).orElse(new Done(gate, List.of()));
        }
        boolean back = before.doubts().silence().isPresent();
        return gate.slow().map(slow -> goesOn(gate, slow, is, back)).orElseGet(() -> begun(gate, is));
    }

    private Done begun(Gate gate, Tempo is) {
        boolean slowAlready = is.is().equals(is.slow());
        var slow = new Slow(is.is(), is.slow(), slowAlready ? Step.LEFT_ALONE : Step.SLOWING, seen.at(), seen.at(), 1);
        return slowAlready ? Done.with(gate, slow) : Done.with(gate, slow, call(is.is(), is.slow()));
    }

    private Done goesOn(Gate gate, Slow slow, Tempo is, boolean back) {
        boolean arrived = is.is().equals(slow.to());
        boolean asBefore = is.is().equals(slow.before());
        return switch (slow.step()) {
            case SLOWING, RESTORING -> {
                if (arrived) {
                    yield slow.step() == Step.SLOWING
                            ? Done.with(gate, slow.at(Step.SLOWED), told(slow))
                            : Done.with(gate, slow.at(Step.SLOWED));
                }
                yield asBefore ? again(gate, slow, Step.SLOWING, is) : Done.with(gate, slow.at(Step.LEFT_ALONE));
            }
            case SLOWED -> {
                if (arrived) {
                    yield Done.with(gate, slow);
                }
                yield back && asBefore
                        ? again(gate, slow, Step.SLOWING, is)
                        : Done.with(gate, slow.at(Step.LEFT_ALONE));
            }
            case LEFT_ALONE -> Done.with(gate, slow);
        };
    }

    private Done over(Gate gate, Slow slow, Tempo is) {
        boolean ours = is.is().equals(slow.to());
        boolean restored = is.is().equals(slow.before());
        return switch (slow.step()) {
            case SLOWING, SLOWED -> {
                boolean mayArrive = slow.step() == Step.SLOWING && !slow.isLate(seen.at(), SETTLED);
                yield ours
                        ? again(gate, slow, Step.RESTORING, is)
                        : mayArrive ? Done.with(gate, slow) : forgotten(gate);
            }
            case RESTORING -> {
                if (restored) {
                    var end = new ClientAtFullSpeed(
                            new ComponentId(policy.client()), Duration.between(slow.since(), seen.at()));
                    yield new Done(forgotten(gate).gate(), List.of(Told.client(end, seen.at(), slow.since())));
                }
                yield ours ? again(gate, slow, Step.RESTORING, is) : forgotten(gate);
            }
            case LEFT_ALONE -> forgotten(gate);
        };
    }

    private Done again(Gate gate, Slow slow, Step step, Tempo is) {
        if (slow.step() == step && !slow.isLate(seen.at(), ASK_AGAIN)) {
            return Done.with(gate, slow);
        }
        Slow now = slow.asked(step, seen.at());
        if (now.times() > TRIES) {
            return Done.with(gate, slow.at(Step.LEFT_ALONE));
        }
        return Done.with(gate, now, call(is.is(), step == Step.SLOWING ? slow.to() : slow.before()));
    }

    private static Done forgotten(Gate gate) {
        return new Done(gate.withSlow(Optional.empty()), List.of());
    }

    private Effect call(String from, String to) {
        return new Call.GoAt(policy.client(), from, to);
    }

    private Effect told(Slow slow) {
        return Told.client(new ClientSlowed(new ComponentId(policy.client())), seen.at(), slow.since());
    }
}
