package conveyarr.health.core;

import conveyarr.events.HealthEvent.VpnBecameUnstable;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.health.core.TunnelNotes.Span;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Three drops within ten minutes are told once, until ten minutes pass without one. A tunnel that crashes again before it was up is still the
 * same drop, and one that does not hold all the same.
 */
final class Stability {
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final int MANY = 3;

    private Stability() {}

    static Noted on(Noted noted) {
        int drops = drops(noted);
        boolean told = noted.notes().unstableSince().isPresent();
        if (drops >= MANY && !told) {
            return noted.with(notes -> notes.unstable(Optional.of(noted.at())))
                    .tell("vpn-unstable", new VpnBecameUnstable(noted.about(), drops, RECENT), noted.at());
        }
        return drops == 0 && told ? noted.with(notes -> notes.unstable(Optional.empty())) : noted;
    }

    /** A drop by a crash is one. */
    private static int drops(Noted noted) {
        var begun = noted.notes().history().stream()
                .filter(span -> span.state() == VpnState.DOWN)
                .map(Span::from);
        return (int) Stream.concat(begun, noted.notes().said().crashes().stream())
                .filter(at -> at.plus(RECENT).isAfter(noted.at()))
                .distinct()
                .count();
    }
}
