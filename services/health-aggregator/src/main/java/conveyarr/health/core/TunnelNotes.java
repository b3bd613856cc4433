package conveyarr.health.core;

import conveyarr.events.HealthEvent.VpnState;
import conveyarr.health.core.Look.Refusals;
import conveyarr.health.core.Look.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept beside the state of a tunnel: when the gateway last answered and last did not, what was told of it last, when the programs
 * behind it were lost, its last changes, and what the gateway itself said.
 */
public record TunnelNotes(
        Optional<Instant> seenAt,
        Optional<Instant> awayAt,
        Optional<Told> told,
        Optional<Instant> lostSince,
        Optional<Instant> unstableSince,
        List<Span> history,
        Said said) {
    private static final int KEPT = 90;
    public static final TunnelNotes EMPTY = new TunnelNotes(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Said.NOTHING);

    public TunnelNotes {
        said = said == null ? Said.NOTHING : said; // as written before there were any
    }

    /** The last heartbeat. */
    public record Told(Instant at, VpnState state, Tunnel.Address address) {}

    /** A time in one state; the last one is still open. */
    public record Span(Instant from, Optional<Instant> to, VpnState state, String why) {}

    /** What the gateway said at the last look, and when it went over to "crashed" lately. */
    public record Said(Optional<String> word, Refusals refusals, List<Instant> crashes) {
        private static final String CRASHED = "crashed";
        private static final int MOST_CRASHES = 20;
        static final Said NOTHING = new Said(Optional.empty(), Refusals.NONE, List.of());

        Said then(Seen look) {
            boolean again = look.word().equals(CRASHED) && !word.equals(Optional.of(CRASHED));
            var all = Stream.concat(crashes.stream(), Stream.of(look.at()).filter(_ -> again))
                    .toList();
            var kept = List.copyOf(all.subList(Math.max(0, all.size() - MOST_CRASHES), all.size()));
            return new Said(Optional.of(look.word()), look.refusals(), kept);
        }
    }

    static TunnelNotes orEmpty(TunnelNotes notes) {
        return notes == null ? EMPTY : notes;
    }

    TunnelNotes seen(Seen look) {
        return new TunnelNotes(
                Optional.of(look.at()), awayAt, told, lostSince, unstableSince, history, said.then(look));
    }

    TunnelNotes away(Instant at) {
        return new TunnelNotes(seenAt, Optional.of(at), told, lostSince, unstableSince, history, said);
    }

    TunnelNotes told(Told heartbeat) {
        return new TunnelNotes(seenAt, awayAt, Optional.of(heartbeat), lostSince, unstableSince, history, said);
    }

    TunnelNotes lost(Optional<Instant> since) {
        return new TunnelNotes(seenAt, awayAt, told, since, unstableSince, history, said);
    }

    TunnelNotes unstable(Optional<Instant> since) {
        return new TunnelNotes(seenAt, awayAt, told, lostSince, since, history, said);
    }

    /** Ends the open span and begins another; the same state again changes nothing. */
    TunnelNotes entered(Span next) {
        if (!history.isEmpty() && history.getLast().state() == next.state()) {
            return this;
        }
        var spans = new ArrayList<>(history);
        if (!spans.isEmpty()) {
            Span open = spans.removeLast();
            spans.add(new Span(open.from(), Optional.of(next.from()), open.state(), open.why()));
        }
        spans.add(next);
        var kept = List.copyOf(spans.subList(Math.max(0, spans.size() - KEPT), spans.size()));
        return new TunnelNotes(seenAt, awayAt, told, lostSince, unstableSince, kept, said);
    }
}
