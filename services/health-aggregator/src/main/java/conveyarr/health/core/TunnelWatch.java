package conveyarr.health.core;

import static conveyarr.flow.Next.next;

import conveyarr.flow.Next;
import conveyarr.health.core.Look.Seen;
import conveyarr.health.core.Look.Unseen;
import conveyarr.health.core.Tunnel.Dropped;
import conveyarr.health.core.Tunnel.Unknown;
import conveyarr.health.core.Tunnel.Up;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether the tunnel is up. A drop that heals shows in the address, since the gateway says something else than "running" for
 * milliseconds only: it is away for a while, or another one afterwards. One weak look proves nothing; a gateway that was not seen for too
 * long leaves the tunnel unknown, and nobody acts on that.
 */
record TunnelWatch() {
    private static final int FORGIVEN = 2;
    /** So long we believe the last look of a gateway that does not answer. */
    private static final Duration STALE = Duration.ofSeconds(30);

    Next<Tunnel> on(Tunnel state, Seen seen) {
        var evidence = Evidence.of(seen);
        return switch (evidence.proof()) {
            case UP -> proved(state, seen);
            case WEAK -> weak(state, seen, evidence.why());
            case NONE -> next(unproved(state, evidence.why()));
            case STARTING ->
                state instanceof Unknown unknown
                        ? next(unknown.because(evidence.why()))
                        : dropped(state, seen.at(), evidence.why());
            case DOWN -> dropped(state, seen.at(), evidence.why());
        };
    }

    Next<Tunnel> on(Tunnel state, Unseen unseen) {
        return switch (unseen.around().said()) {
            case DOWN -> dropped(state, unseen.at(), Evidence.CALLED.why());
            case UP -> proved(state, Seen.hiding(unseen));
            case NOTHING -> silent(state, unseen);
        };
    }

    private static Next<Tunnel> silent(Tunnel state, Unseen unseen) {
        boolean stale = state.notes()
                .seenAt()
                .map(seen -> !unseen.at().isBefore(seen.plus(STALE)))
                .orElse(true);
        if (!stale) {
            return next(state);
        }
        return unseen.around().nothingBehindAnswers()
                ? dropped(state, unseen.at(), "neither the gateway nor anything behind it answers")
                : next(unknown(state, Unknown.SILENT));
    }

    private static Unknown unknown(Tunnel state, String why) {
        return switch (state) {
            case Unknown unknown -> unknown.because(why);
            case Up up -> new Unknown(up.name(), Optional.empty(), up.notes(), why);
            case Dropped down -> new Unknown(down.name(), Optional.of(down.with(TunnelNotes.EMPTY)), down.notes(), why);
        };
    }

    /** What we may not see makes no drop, and no end of one either. */
    private static Tunnel unproved(Tunnel state, String why) {
        return state instanceof Up up && up.weakLooks() < FORGIVEN ? doubted(up) : unknown(state, why);
    }

    private static Next<Tunnel> proved(Tunnel state, Seen seen) {
        return switch (state) {
            case Up up
            when sameAddress(up, seen) -> next(new Up(up.name(), up.since(), address(up, seen), 0, up.notes()));
            case Up up -> {
                var down = new Dropped(up.name(), seen.at(), "the public address has changed", up.notes());
                yield next(up(up, seen), DropTold.dropped(down, seen.at()), DropTold.restored(down, seen));
            }
            case Dropped down when !Evidence.isEnd(down, seen) -> next(down);
            case Dropped down -> next(up(state, seen), DropTold.restored(down, seen));
            case Unknown(String _, Optional<Dropped> open, TunnelNotes _, String _)
            when open.isPresent() ->
                Evidence.isEnd(open.get(), seen)
                        ? next(up(state, seen), DropTold.restored(open.get(), seen))
                        : next(state);
            case Unknown _ -> next(up(state, seen));
        };
    }

    private static Next<Tunnel> weak(Tunnel state, Seen seen, String why) {
        return switch (state) {
            case Up up when up.weakLooks() < FORGIVEN -> next(doubted(up));
            case Up up -> dropped(up, seen.at(), why);
            case Unknown unknown -> next(unknown.because(why));
            case Dropped down -> next(down);
        };
    }

    private static Up doubted(Up up) {
        return new Up(up.name(), up.since(), up.address(), up.weakLooks() + 1, up.notes());
    }

    private static Next<Tunnel> dropped(Tunnel state, Instant at, String reason) {
        return switch (state) {
            case Dropped down -> next(down);
            case Unknown(String _, Optional<Dropped> open, TunnelNotes notes, String _)
            when open.isPresent() -> next(open.get().with(notes));
            case Unknown _, Up _ -> {
                var down = new Dropped(state.name(), at, reason, state.notes());
                yield next(down, DropTold.dropped(down, at));
            }
        };
    }

    private static boolean sameAddress(Up up, Seen seen) {
        var before = up.address().publicAddress();
        var now = seen.address().publicAddress();
        return now.isEmpty() || before.isEmpty() || before.equals(now);
    }

    /** An address that is not known for a moment is still the one that it was, and so are ports that we may not see any more. */
    private static Tunnel.Address address(Up up, Seen seen) {
        var known = seen.address().publicAddress().or(() -> up.address().publicAddress());
        boolean hidden = seen.refusals().ports().isPresent();
        return new Tunnel.Address(known, (hidden ? up.address() : seen.address()).forwardedPorts());
    }

    private static Up up(Tunnel state, Seen seen) {
        return new Up(state.name(), seen.at(), seen.address(), 0, state.notes());
    }
}
