package conveyarr.notification.core.rule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When nobody wants to hear anything: from {@code from} to {@code to} by the clocks of {@code zone}, over midnight when {@code from} is the
 * later one. With {@code urgent}, what needs a person comes through all the same.
 */
public record Quiet(LocalTime from, LocalTime to, ZoneId zone, boolean urgent) {
    public Quiet {
        if (from == null || to == null || zone == null) {
            throw new IllegalArgumentException("quiet hours need \"from\", \"to\" and \"zone\"");
        }
    }

    /** When it ends; empty when it is not quiet now. */
    public Optional<Instant> until(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        return quiet ? Optional.of(next(here, to).toInstant()) : Optional.empty();
    }

    /** The next time that the clocks show {@code time}. */
    static ZonedDateTime next(ZonedDateTime here, LocalTime time) {
        ZonedDateTime today = here.with(time);
        return today.isAfter(here)
                ? today
                : here.toLocalDate().plusDays(1).atTime(time).atZone(here.getZone());
    }
}
