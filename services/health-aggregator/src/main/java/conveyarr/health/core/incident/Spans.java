package conveyarr.health.core.incident;

import conveyarr.health.core.incident.Incident.Affected;
import conveyarr.health.core.incident.Incident.Cause;
import conveyarr.health.core.incident.Turn.Begins;
import conveyarr.health.core.incident.Turn.Ends;
import conveyarr.health.core.incident.Turn.Was;
import conveyarr.health.timeline.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From beginnings and ends to incidents with a length. A second beginning while one is open belongs to it. */
final class Spans {
    private final Map<Key, Incident> open = new LinkedHashMap<>();
    private final List<Incident> closed = new ArrayList<>();

    private record Key(Cause cause, String about) {}

    static List<Incident> of(List<Entry> story) {
        var spans = new Spans();
        story.forEach(entry -> Turn.of(entry.event()).forEach(turn -> spans.on(entry, turn)));
        spans.closed.addAll(spans.open.values());
        return List.copyOf(spans.closed);
    }

    private void on(Entry entry, Turn turn) {
        switch (turn) {
            case Begins begins ->
                open.putIfAbsent(
                        new Key(begins.cause(), begins.about()), incident(entry, begins, entry.at(), Optional.empty()));
            case Ends ends ->
                Optional.ofNullable(open.remove(new Key(ends.cause(), ends.about())))
                        .ifPresent(one -> closed.add(ended(one, ends, entry.at())));
            case Was was -> {
                var begins = new Begins(was.cause(), was.about(), was.why());
                closed.add(incident(entry, begins, entry.at().minus(was.within()), Optional.of(entry.at())));
            }
        }
    }

    private static Incident incident(Entry entry, Begins begins, Instant from, Optional<Instant> to) {
        return new Incident(
                entry.id(), begins.cause(), begins.about(), from, to, begins.why(), Affected.NONE, List.of());
    }

    /** Who tells the end may know of an earlier beginning: an outage is told at the second miss. */
    private static Incident ended(Incident one, Ends ends, Instant at) {
        Instant begin =
                ends.lasted().map(at::minus).filter(one.begin()::isAfter).orElse(one.begin());
        return new Incident(
                one.id(), one.cause(), one.about(), begin, Optional.of(at), one.why(), one.affected(), one.also());
    }
}
