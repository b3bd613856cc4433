package conveyarr.simulator.movie;

import conveyarr.simulator.series.Serials;
import conveyarr.simulator.series.Series;
import conveyarr.simulator.state.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The simulated TMDB: Seerr and the *arr programs look titles up here, as the real ones look at the real one. */
public final class Catalogue {
    private final Ledger<Known> known;

    public Catalogue(Path folder) {
        known = new Ledger<>(folder.resolve("catalogue.json"), new Known(), Known.class);
    }

    public void add(Title title) {
        switch (title) {
            case Movie movie when find(movie.tmdbId()).isEmpty() -> known.update(k -> k.movies.add(movie));
            case Series series when findSeries(series.tmdbId()).isEmpty() -> known.update(k -> k.series.add(series));
            default -> {} // it is known
        }
    }

    public Optional<Movie> find(int tmdbId) {
        return known.read(
                k -> k.movies.stream().filter(m -> m.tmdbId() == tmdbId).findFirst());
    }

    public Optional<Series> findSeries(int tmdbId) {
        return series(one -> one.tmdbId() == tmdbId);
    }

    public Optional<Series> findTvdb(int tvdbId) {
        return series(one -> one.tvdbId() == tvdbId);
    }

    private Optional<Series> series(Predicate<Series> which) {
        return known.read(k -> k.series.stream().filter(which).findFirst());
    }

    /** Those with these words in their title, or the one behind {@code tmdb:<number>}. */
    public List<Title> search(String words) {
        String low = words.toLowerCase(Locale.ROOT);
        return known.read(k -> Stream.<Title>concat(k.movies.stream(), k.series.stream())
                .filter(one -> low.equals("tmdb:" + one.tmdbId())
                        || one.title().toLowerCase(Locale.ROOT).contains(low))
                .toList());
    }

    static final class Known {
        List<Movie> movies = new ArrayList<>(Classics.ALL);
        List<Series> series = new ArrayList<>(Serials.ALL);
    }
}
