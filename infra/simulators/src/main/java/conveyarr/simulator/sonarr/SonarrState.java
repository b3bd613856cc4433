package conveyarr.simulator.sonarr;

import conveyarr.simulator.arr.ArrState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that Sonarr keeps in its database, and what a test has told it of the world. */
final class SonarrState extends ArrState {
    int lastSeries;
    int lastEpisode;
    List<SeriesRow> series = new ArrayList<>();
    /** TVDB ids of series whose imports are blocked. */
    Set<Integer> blocked = new LinkedHashSet<>();
    /** Episodes of which no release exists, such as {@code 990101 S01E02}. */
    Set<String> nothing = new LinkedHashSet<>();
    /** Ids of episodes of which a better release has come out. */
    Set<Integer> better = new LinkedHashSet<>();

    Optional<SeriesRow> series(int id) {
        return series.stream().filter(s -> s.id == id).findFirst();
    }

    Optional<SeriesRow> tvdb(int tvdbId) {
        return series.stream().filter(s -> s.series.tvdbId() == tvdbId).findFirst();
    }

    /** The series of this episode. */
    Optional<SeriesRow> around(int episodeId) {
        return series.stream()
                .filter(s -> s.episodes.stream().anyMatch(e -> e.id == episodeId))
                .findFirst();
    }

    List<EpisodeRow> episodes(SeriesRow row, List<Integer> ids) {
        return row.episodes.stream().filter(e -> ids.contains(e.id)).toList();
    }

    boolean isFound(SeriesRow row, EpisodeRow episode) {
        return !nothing.contains(name(row.series.tvdbId(), episode.code()));
    }

    static String name(int tvdbId, String code) {
        return tvdbId + " " + code;
    }
}
