package conveyarr.simulator.movie;

import conveyarr.simulator.state.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The simulated TMDB: Seerr and Radarr both look movies up here, as the real ones look at the real one. */
public final class Catalogue {
    private final Ledger<Known> known;

    public Catalogue(Path folder) {
        known = new Ledger<>(folder.resolve("catalogue.json"), new Known(), Known.class);
    }

    public void add(Movie movie) {
        if (find(movie.tmdbId()).isEmpty()) {
            known.update(k -> k.movies.add(movie));
        }
    }

    public Optional<Movie> find(int tmdbId) {
        return known.read(
                k -> k.movies.stream().filter(m -> m.tmdbId() == tmdbId).findFirst());
    }

    static final class Known {
        List<Movie> movies = new ArrayList<>(Classics.ALL);
    }
}
