package conveyarr.upstream;

import conveyarr.events.Lives;
import conveyarr.upstream.Sighting.AtArr;
import conveyarr.upstream.Sighting.RequestSeen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts what was seen at an *arr into the life of its database. */
public final class ArrLives {
    private ArrLives() {}

    /** What the rows of a history, oldest first, say of the lives. */
    public static Lives after(Lives lives, List<Sighting> sightings) {
        Lives now = lives;
        for (Sighting sighting : sightings) {
            if (sighting instanceof AtArr seen && seen.trace().row().isPresent()) {
                now = now.after(seen.trace().row().get(), seen.trace().at());
            }
        }
        return now;
    }

    /** When the newest of them happened; empty when there are none. */
    public static Optional<Instant> newest(List<Sighting> sightings) {
        return sightings.stream().map(sighting -> sighting.occurrence().at()).max(Instant::compareTo);
    }

    public static List<Sighting> placed(Lives lives, List<Sighting> sightings) {
        return sightings.stream().map(sighting -> placed(lives, sighting)).toList();
    }

    private static Sighting placed(Lives lives, Sighting sighting) {
        return switch (sighting) {
            case AtArr seen ->
                seen.with(seen.trace().in(lives.epochAt(seen.trace().at())));
            case RequestSeen seen -> seen;
        };
    }
}
