package conveyarr.library.core;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A scan of one folder that we want of one server: {@code due} at some time, then under way, then {@code askedAt} when the server took it.
 * {@code round} counts how often we ask; {@code outside} when the server has no library for it.
 */
public record Wish(
        String server,
        String folder,
        int round,
        UUID because,
        Optional<Instant> due,
        Optional<Instant> askedAt,
        boolean outside) {

    static Wish first(String server, String folder, UUID because, Instant due) {
        return new Wish(server, folder, 1, because, Optional.of(due), Optional.empty(), false);
    }

    boolean is(String otherServer, String otherFolder) {
        return server.equals(otherServer) && folder.equals(otherFolder);
    }

    boolean isDue(Instant now) {
        return due.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** A server that is asked again and again is asked ever more rarely. */
    boolean isAskedAgain(Instant now, Limits limits) {
        return askedAt.filter(at -> !at.plus(limits.pause(round)).isAfter(now)).isPresent();
    }

    Wish underWay() {
        return new Wish(server, folder, round, because, Optional.empty(), Optional.empty(), outside);
    }

    Wish again() {
        return new Wish(server, folder, round + 1, because, Optional.empty(), Optional.empty(), outside);
    }

    Wish asked(Instant at, boolean isOutside) {
        return new Wish(server, folder, round, because, due, Optional.of(at), isOutside);
    }
}
