package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Dialect;
import conveyarr.simulator.wire.Call;
import conveyarr.simulator.wire.Shape;
import java.util.List;

/** Radarr 6 in its own words. */
final class RadarrDialect implements Dialect<RadarrState> {
    private static final Shape FIXED = shape("fixed");
    private static final Shape HISTORY = shape("history-row");
    private static final Shape QUEUE = shape("queue-row");
    private static final Shape BLOCKED = shape("queue-row-blocked");
    private static final Shape TEST = shape("webhook-test");

    private static Shape shape(String name) {
        return Shape.of(RadarrDialect.class, name + ".json");
    }

    @Override
    public String app() {
        return "Radarr";
    }

    @Override
    public String version() {
        return "6.0.4.10291";
    }

    @Override
    public String title() {
        return "movie";
    }

    @Override
    public String category() {
        return "radarr";
    }

    @Override
    public List<String> flags() {
        return List.of(
                "onGrab",
                "onDownload",
                "onUpgrade",
                "onRename",
                "onMovieAdded",
                "onMovieDelete",
                "onMovieFileDelete",
                "onMovieFileDeleteForUpgrade",
                "onHealthIssue",
                "includeHealthWarnings",
                "onHealthRestored",
                "onApplicationUpdate",
                "onManualInteractionRequired");
    }

    @Override
    public boolean tellsAddress(String eventType) {
        return !eventType.equals("HealthRestored");
    }

    @Override
    public List<String> commands() {
        return List.of(
                "moviessearch",
                "refreshmonitoreddownloads",
                "processmonitoreddownloads",
                "refreshmovie",
                "rescanmovie",
                "missingmoviessearch",
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

    @Override
    public int number(String eventType) {
        return switch (eventType) {
            case "grabbed" -> 1;
            case "downloadFolderImported" -> 3;
            case "downloadFailed" -> 4;
            case "movieFileDeleted" -> 6;
            case "movieFileRenamed" -> 8;
            case "downloadIgnored" -> 9;
            default -> 0;
        };
    }

    @Override
    public String mark(int movie) {
        return "";
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
    public void complete(RadarrState s, Call call, int movie, ObjectNode row) {
        if (call.flag("includeMovie", false)) {
            s.movie(movie).ifPresent(known -> row.set("movie", RadarrViews.movie(known)));
        }
    }
}
