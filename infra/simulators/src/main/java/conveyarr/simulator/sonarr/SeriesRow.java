package conveyarr.simulator.sonarr;

import conveyarr.simulator.series.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One series in Sonarr's library. */
final class SeriesRow {
    int id;
    Series series;
    String path;
    boolean monitored = true;
    int qualityProfileId;
    Instant added;
    Set<Integer> seasons = new LinkedHashSet<>();
    List<EpisodeRow> episodes = new ArrayList<>();

    /** Season by season, as the resource of the API says; a season that it does not name stays as it is. */
    void monitor(int season, boolean wanted) {
        if (wanted) {
            seasons.add(season);
        } else {
            seasons.remove(season);
        }
        of(season).forEach(episode -> episode.monitored = wanted);
    }

    List<EpisodeRow> of(int season) {
        return episodes.stream().filter(e -> e.season == season).toList();
    }

    /** Monitored, and without a file. */
    List<EpisodeRow> lacking() {
        return episodes.stream().filter(e -> e.monitored && !e.hasFile()).toList();
    }

    LocalDate aired(EpisodeRow episode) {
        return series.aired(episode.season, episode.number);
    }

    String folder(EpisodeRow episode) {
        return "Season %02d".formatted(episode.season);
    }

    /** Below the folder of the series. */
    String file(EpisodeRow episode) {
        return folder(episode) + "/" + series.title() + " - " + episode.code() + " " + episode.quality + ".mkv";
    }

    String filePath(EpisodeRow episode) {
        return path + "/" + file(episode);
    }
}
