package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.ClosedLogins;
import conveyarr.upstream.ClosedLogins.Closed;
import conveyarr.upstream.ClosedLogins.Login;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * After a refused login none is tried for a while, longer each time: a few more would have our address banned, and with it every program
 * behind it. It is asked for what was kept before each login, since another process, or one before us, may have been refused.
 */
final class Circuit {
    private static final Steps KEPT = new Steps(Duration.ofMinutes(15), Duration.ofHours(4));
    /** Where nothing is kept, each start tries one, and the service that keeps it tries as well. */
    private static final Steps FORGOTTEN = new Steps(Duration.ofHours(2), Duration.ofHours(24));

    private static final Duration BAN = Duration.ofHours(1);

    private record Steps(Duration first, Duration longest) {}

    private final SetUp setUp;
    private final InstantSource clock;
    private final ClosedLogins kept;
    private final Login login;
    private final Steps steps;
    private Optional<Closed> closed = Optional.empty();

    Circuit(SetUp setUp, InstantSource clock, ClosedLogins kept, Login login) {
        this.setUp = setUp;
        this.clock = clock;
        this.kept = kept;
        this.login = login;
        this.steps = kept == ClosedLogins.FORGOTTEN ? FORGOTTEN : KEPT;
    }

    /** The refusal that still holds. */
    synchronized Optional<Refused> refusal() {
        return closed.filter(is -> clock.instant().isBefore(is.until())).map(this::refused);
    }

    /** Fails with the refusal that still holds; where nobody can tell, a login may be tried. */
    Uni<Void> check() {
        return kept.of(login)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .invoke(this::learn)
                .chain(() -> refusal()
                        .map(refused -> Uni.createFrom().<Void>failure(refused))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private synchronized void learn(Optional<Closed> told) {
        closed = told.or(() -> closed);
    }

    Uni<Void> open() {
        boolean was;
        synchronized (this) {
            was = closed.isPresent();
            closed = Optional.empty();
        }
        return was ? remembered(kept.open(login)) : Uni.createFrom().voidItem();
    }

    Uni<Refused> close(Refused reason) {
        Closed now = next(reason);
        return remembered(kept.close(login, now)).replaceWith(() -> refused(now));
    }

    private synchronized Closed next(Refused reason) {
        boolean banned = reason.status() == 403;
        Duration pause = closed.map(Closed::pause).orElse(steps.first());
        Duration wait = banned && pause.compareTo(BAN) < 0 ? BAN : pause;
        Duration doubled = pause.multipliedBy(2);
        Duration later = doubled.compareTo(steps.longest()) > 0 ? steps.longest() : doubled;
        Closed now = new Closed(banned, reason.getMessage(), clock.instant().plus(wait), later);
        closed = Optional.of(now);
        return now;
    }

    private Refused refused(Closed now) {
        return now.banned() ? setUp.banned(now.until()) : setUp.badLogin(now.words(), now.until());
    }

    /** It holds in this process, kept or not. */
    private static Uni<Void> remembered(Uni<Void> keeping) {
        return keeping.onFailure().recoverWithNull();
    }
}
