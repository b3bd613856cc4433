package conveyarr.simulator.movie;

import conveyarr.simulator.state.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Those with these words in their title, or the one behind {@code tmdb:<number>}. */
    public List<Movie> search(String words) {
        String low = words.toLowerCase(Locale.ROOT);
        return known.read(k -> k.movies.stream()
                .filter(m -> low.equals("tmdb:" + m.tmdbId())
                        || m.title().toLowerCase(Locale.ROOT).contains(low))
                .toList());
    }

    static final class Known {
        List<Movie> movies = new ArrayList<>(Classics.ALL);
    }
}
