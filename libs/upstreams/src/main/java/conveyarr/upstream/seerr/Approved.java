package conveyarr.upstream.seerr;

import conveyarr.upstream.RequestPortal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All approved requests, which may be thousands, read now and then; in between they are as they were. */
final class Approved {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final InstantSource clock;
    private volatile List<SeerrApi.Request> known = List.of();
    private volatile Instant due = Instant.MIN;
    private volatile Instant readAt = Instant.MIN;

    Approved(InstantSource clock) {
        this.clock = clock;
    }

    /** What was read, now or before; they were so at that moment. */
    record Reading(List<SeerrApi.Request> requests, Instant at, boolean fresh) {}

    Uni<Reading> orRead(Supplier<Uni<List<SeerrApi.Request>>> read) {
        Instant now = clock.instant();
        return now.isBefore(due)
                ? Uni.createFrom().item(new Reading(known, readAt, false))
                : read.get().invoke(found -> keep(found, now)).map(found -> new Reading(found, now, true));
    }

    /** What was read before and is not among the newest, where it should be, is gone, and stays so when newer ones push its place out. */
    List<SeerrApi.Request> beside(List<SeerrApi.Request> newest, Reading reading) {
        if (reading.fresh()) {
            return reading.requests();
        }
        Set<Long> there = newest.stream().map(SeerrApi.Request::id).collect(Collectors.toSet());
        long floor = there.size() < RequestPortal.NEWEST
                ? Long.MIN_VALUE
                : there.stream().mapToLong(Long::longValue).min().orElseThrow();
        known = reading.requests().stream()
                .filter(request -> request.id() < floor || there.contains(request.id()))
                .toList();
        return known;
    }

    private void keep(List<SeerrApi.Request> found, Instant at) {
        known = List.copyOf(found);
        readAt = at;
        due = clock.instant().plus(EVERY);
    }
}
