package conveyarr.upstream.sonarr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.arr.ArrJson;
import conveyarr.upstream.arr.ArrWords;
import conveyarr.upstream.arr.Dialect;
import conveyarr.upstream.arr.Verbs;
import conveyarr.upstream.arr.Work;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sonarr's words for its hooks, its history and its series. */
final class SonarrDialect implements Dialect {
    private static final SonarrVerbs VERBS = new SonarrVerbs();
    private static final Map<String, String> INCLUDE =
            new TreeMap<>(Map.of("includeSeries", "true", "includeEpisode", "true"));

    @Override
    public Verbs verbs() {
        return VERBS;
    }

    @Override
    public String app() {
        return "Sonarr";
    }

    @Override
    public String version() {
        return "v3";
    }

    @Override
    public Map<String, String> include() {
        return INCLUDE;
    }

    @Override
    public String unknownToo() {
        return "includeUnknownSeriesItems";
    }

    @Override
    public String files() {
        return "episodeFile";
    }

    @Override
    public boolean countsEpisodes() {
        return true;
    }

    @Override
    public String renamedFiles() {
        return "renamedEpisodeFiles";
    }

    @Override
    public Optional<FilesOf> filesOf() {
        return Optional.of(new FilesOf("episodefile", "seriesId"));
    }

    @Override
    public Optional<HookWord> hook(String type, JsonNode body) {
        return switch (type) {
            case "SeriesAdd" -> Optional.of(HookWord.ADDED);
            case "SeriesDelete" -> Optional.of(HookWord.REMOVED);
            case "Grab" -> Optional.of(HookWord.GRABBED);
            case "Download" -> Optional.of(isOfAWholeRelease(body) ? HookWord.NOTHING_OF_OURS : HookWord.IMPORTED);
            case "ManualInteractionRequired" -> Optional.of(HookWord.REFUSED);
            case "EpisodeFileDelete" -> Optional.of(HookWord.DELETED);
            case "Rename" -> Optional.of(HookWord.RENAMED);
            case "Test", "Health", "HealthRestored", "ApplicationUpdate" -> Optional.of(HookWord.NOTHING_OF_OURS);
            default -> Optional.empty();
        };
    }

    /**
     * Since 4.0.6 the same type also closes a release, after the hooks of its files. It says neither which episodes are in which file nor
     * whether one was replaced, so it adds nothing to these; where they are switched off, the history has it all.
     */
    private static boolean isOfAWholeRelease(JsonNode body) {
        return body.path("episodeFiles").isArray();
    }

    @Override
    public RowWord row(String eventType) {
        return switch (eventType) {
            case "grabbed" -> RowWord.GRABBED;
            case "downloadFolderImported" -> RowWord.IMPORTED;
            case "downloadFailed" -> RowWord.GIVEN_UP;
            case "downloadIgnored" -> RowWord.IGNORED;
            case "episodeFileDeleted" -> RowWord.DELETED;
            case "episodeFileRenamed" -> RowWord.RENAMED;
            default -> RowWord.NOTHING_OF_OURS;
        };
    }

    /** A hook has a list of episodes, a row of the history and of the queue one. */
    @Override
    public List<Work> works(JsonNode about) {
        Form form = ArrJson.bind(about, Form.class);
        if (form.series() != null) {
            Series series = form.series();
            return work(series.id() > 0 ? series.id() : form.seriesId(), series.tvdbId(), form)
                    .map(work -> List.of(new Work(
                            work.number(),
                            work.media(),
                            ArrWords.title(series.title(), series.year()),
                            work.episodes())))
                    .orElse(List.of());
        }
        long tvdbId = form.data() == null || form.data().tvdbId() == null
                ? 0
                : form.data().tvdbId();
        return work(form.seriesId(), tvdbId, form).map(List::of).orElse(List.of());
    }

    private static Optional<Work> work(long number, long tvdbId, Form form) {
        return tvdbId <= 0
                ? Optional.empty()
                : Optional.of(new Work(
                        number, MediaId.series(tvdbId), ArrWords.title(form.sourceTitle(), 0), episodes(form)));
    }

    private static Optional<Episodes> episodes(Form form) {
        var listed = form.episodes() == null ? List.<Episode>of() : form.episodes();
        return Episodes.of(Stream.concat(listed.stream(), Stream.of(form.episode()))
                .filter(Objects::nonNull)
                .map(episode -> new Episodes.Number(episode.seasonNumber(), episode.episodeNumber()))
                .toList());
    }

    record Form(Series series, List<Episode> episodes, Episode episode, long seriesId, String sourceTitle, Data data) {}

    record Series(long id, String title, int year, long tvdbId) {}

    record Episode(int seasonNumber, int episodeNumber) {}

    record Data(Long tvdbId) {}
}
