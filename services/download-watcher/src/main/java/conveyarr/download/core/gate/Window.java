package conveyarr.download.core.gate;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** Hours of the day, on the days on which they begin; {@code to} before {@code from} is on the next day, and equal is the whole day. */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    boolean holds(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        DayOfWeek today = now.getDayOfWeek();
        if (from.isBefore(to)) {
            return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
        }
        return days.contains(today) && !time.isBefore(from) || days.contains(today.minus(1)) && time.isBefore(to);
    }
}
