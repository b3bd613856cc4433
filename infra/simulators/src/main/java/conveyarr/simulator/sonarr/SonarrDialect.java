package conveyarr.simulator.sonarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Dialect;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Shape;
import java.util.List;

/** Sonarr 4 in its own words. */
final class SonarrDialect implements Dialect<SonarrState> {
    private static final List<String> WITHOUT_ADDRESS = List.of("Health", "HealthRestored", "ApplicationUpdate");
    private static final Shape FIXED = shape("fixed");
    private static final Shape HISTORY = shape("history-row");
    private static final Shape QUEUE = shape("queue-row");
    private static final Shape BLOCKED = shape("queue-row-blocked");
    private static final Shape TEST = shape("webhook-test");

    private static Shape shape(String name) {
        return Shape.of(SonarrDialect.class, name + ".json");
    }

    @Override
    public String app() {
        return "Sonarr";
    }

    @Override
    public String version() {
        return "4.0.19.2979";
    }

    @Override
    public String title() {
        return "series";
    }

    @Override
    public String category() {
        return "tv-sonarr";
    }

    @Override
    public List<String> flags() {
        return List.of(
                "onGrab",
                "onDownload",
                "onUpgrade",
                "onImportComplete",
                "onRename",
                "onSeriesAdd",
                "onSeriesDelete",
                "onEpisodeFileDelete",
                "onEpisodeFileDeleteForUpgrade",
                "onHealthIssue",
                "includeHealthWarnings",
                "onHealthRestored",
                "onApplicationUpdate",
                "onManualInteractionRequired");
    }

    @Override
    public boolean tellsAddress(String eventType) {
        return !WITHOUT_ADDRESS.contains(eventType);
    }

    @Override
    public List<String> commands() {
        return List.of(
                "seriessearch",
                "seasonsearch",
                "episodesearch",
                "missingepisodesearch",
                "refreshmonitoreddownloads",
                "processmonitoreddownloads",
                "refreshseries",
                "rescanseries",
                "manualimport",
                "rsssync",
                "checkhealth");
    }

    @Override
    public ObjectNode fixed() {
        return FIXED.fixed();
    }

    @Override
    public ObjectNode test() {
        return TEST.fixed();
    }

    /** From 5 on these are not Radarr's. */
    @Override
    public int number(String eventType) {
        return switch (eventType) {
            case "grabbed" -> 1;
            case "downloadFolderImported" -> 3;
            case "downloadFailed" -> 4;
            case "episodeFileDeleted" -> 5;
            case "episodeFileRenamed" -> 6;
            case "downloadIgnored" -> 7;
            default -> 0;
        };
    }

    @Override
    public String mark(int episode) {
        return "-ep" + episode;
    }

    @Override
    public Shape historyRow() {
        return HISTORY;
    }

    @Override
    public Shape queueRow() {
        return QUEUE;
    }

    @Override
    public ObjectNode blockedRow() {
        return BLOCKED.fixed();
    }

    @Override
    public void complete(SonarrState s, Call call, int episode, ObjectNode row) {
        row.put("episodeId", episode);
        s.around(episode).ifPresent(series -> series.episodes.stream()
                .filter(e -> e.id == episode)
                .forEach(one -> {
                    if (row.has("outputPath")) {
                        row.put("seasonNumber", one.season).put("episodeHasFile", one.hasFile());
                    }
                    if (call.flag("includeSeries", false)) {
                        row.set("series", SonarrViews.series(series));
                    }
                    if (call.flag("includeEpisode", false)) {
                        row.set("episode", SonarrViews.episode(series, one));
                    }
                }));
    }
}
