package conveyarr.simulator.radarr;

import conveyarr.simulator.arr.ArrState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that Radarr keeps in its database. */
final class RadarrState extends ArrState {
    int lastMovie;
    List<MovieRow> movies = new ArrayList<>();
    /** TMDB ids whose import is blocked, and those of which no release exists: told by a test. */
    Set<Integer> blocked = new LinkedHashSet<>();

    Set<Integer> nothing = new LinkedHashSet<>();

    Optional<MovieRow> movie(int id) {
        return movies.stream().filter(m -> m.id == id).findFirst();
    }

    Optional<MovieRow> tmdb(int tmdbId) {
        return movies.stream().filter(m -> m.movie.tmdbId() == tmdbId).findFirst();
    }
}
