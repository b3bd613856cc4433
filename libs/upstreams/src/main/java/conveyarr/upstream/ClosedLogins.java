package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where it outlives a restart that a program has refused our login, and until when no other is tried: a service that starts again and again
 * would otherwise have our address banned, one try a start. A service that has a database offers one; without it, it is only remembered.
 */
public interface ClosedLogins {
    /** Nothing is kept. */
    ClosedLogins FORGOTTEN = new ClosedLogins() {
        @Override
        public Uni<Optional<Closed>> of(Login login) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Void> close(Login login, Closed closed) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> open(Login login) {
            return Uni.createFrom().voidItem();
        }
    };

    /** Empty when none was refused, and when it was another than this, because user or password have been changed since. */
    Uni<Optional<Closed>> of(Login login);

    Uni<Void> close(Login login, Closed closed);

    /** It was taken. */
    Uni<Void> open(Login login);

    /** Whose login; what identifies it is no more than compared, and must not be kept as it is. */
    record Login(String instance, String identity) {
        @Override
        public String toString() {
            return "Login to " + instance;
        }
    }

    /** {@code words} are those of the refusal; {@code pause} is how long it will be closed after the next one. */
    record Closed(boolean banned, String words, Instant until, Duration pause) {}
}
