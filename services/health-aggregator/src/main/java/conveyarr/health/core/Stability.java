package conveyarr.health.core;

import conveyarr.events.HealthEvent.VpnBecameUnstable;
import conveyarr.events.HealthEvent.VpnState;
import java.time.Duration;
import java.util.Optional;

/** Three drops within ten minutes are told once, until ten minutes pass without one. */
final class Stability {
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final int MANY = 3;

    private Stability() {}

    static Noted on(Noted noted) {
        int drops = (int) noted.notes().history().stream()
                .filter(span -> span.state() == VpnState.DOWN)
                .filter(span -> span.from().plus(RECENT).isAfter(noted.at()))
                .count();
        boolean told = noted.notes().unstableSince().isPresent();
        if (drops >= MANY && !told) {
            return noted.with(notes -> notes.unstable(Optional.of(noted.at())))
                    .tell("vpn-unstable", new VpnBecameUnstable(noted.about(), drops, RECENT), noted.at());
        }
        return drops == 0 && told ? noted.with(notes -> notes.unstable(Optional.empty())) : noted;
    }
}
