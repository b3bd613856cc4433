package conveyarr.upstream;

import conveyarr.events.Lives;
import conveyarr.upstream.Sighting.AtArr;
import conveyarr.upstream.Sighting.RequestSeen;
import java.util.List;

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
