package conveyarr.health.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent.VpnRestartOrdered;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.flow.Next;
import conveyarr.health.core.Look.RestartAsked;
import conveyarr.health.core.Look.Seen;
import conveyarr.health.core.Look.Unseen;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Decides what a look at a gateway means: for its tunnel, for what is behind it, and for those who act on either. Pure. */
public record VpnWatch() {
    private static final TunnelWatch TUNNEL = new TunnelWatch();

    public Next<Tunnel> on(Tunnel state, Look look) {
        return switch (look) {
            case Seen seen -> {
                var noted = noted(TUNNEL.on(state, seen), seen).with(notes -> notes.seen(seen));
                yield told(NetworkWatch.on(Stability.on(noted.history()), seen.around()));
            }
            case Unseen unseen -> {
                var noted = noted(TUNNEL.on(state, unseen), unseen).with(notes -> notes.away(unseen.at()));
                yield told(Stability.on(noted.history()));
            }
            case RestartAsked asked -> restart(state, asked);
        };
    }

    private static Noted noted(Next<Tunnel> verdict, Look look) {
        return new Noted(verdict.state(), look.at(), verdict.effects());
    }

    private static Next<Tunnel> told(Noted noted) {
        Noted whole = Heartbeat.on(noted);
        return next(whole.tunnel(), inOrder(whole.effects()));
    }

    /**
     * What one look tells, a millisecond apart: whoever hears of it takes an older word, or one of the same moment, for one that is not news,
     * and a drop that had healed by then would stay a drop.
     */
    private static List<Effect> inOrder(List<Effect> effects) {
        return IntStream.range(0, effects.size())
                .mapToObj(place -> effects.get(place) instanceof Publish(var event, var occurrence)
                        ? publish(event, occurrence.later(Duration.ofMillis(place)))
                        : effects.get(place))
                .toList();
    }

    private static Next<Tunnel> restart(Tunnel state, RestartAsked asked) {
        var key = NaturalKey.of("vpn-restart", state.name(), asked.at().toEpochMilli());
        var ordered = new VpnRestartOrdered(new ComponentId(state.name()));
        return next(
                state,
                publish(ordered, Occurrence.at(asked.at(), Via.SELF, state.name(), key)),
                new Call.RestartVpn(state.name(), asked.at()));
    }
}
