package conveyarr.simulator.radarr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.simulator.arr.Release;
import conveyarr.simulator.arr.Views;
import conveyarr.simulator.wire.Json;
import conveyarr.simulator.wire.Shape;
import java.time.Instant;

/** The webhook bodies, key by key in Radarr's order; the sender appends the event type and the instance. */
final class Payloads {
    private static final Shape GRAB = shape("grab");
    private static final Shape DOWNLOAD = shape("download");
    private static final Shape BLOCKED = shape("manual-interaction-required");
    private static final Shape ADDED = shape("movie-added");
    private static final Shape DELETED = shape("movie-delete");

    private Payloads() {}

    static ObjectNode grab(MovieRow row, Release release) {
        return GRAB.fill(facts(row).set("release", Json.tree(release)));
    }

    static ObjectNode download(MovieRow row, Release release, String source) {
        ObjectNode facts = facts(row).put("file", row.fileName()).put("imported", row.filePath());
        facts.put("source", source).put("dateAdded", Views.sevenDigits(Instant.now()));
        return DOWNLOAD.fill(facts.set("release", Json.tree(release)));
    }

    static ObjectNode manualInteraction(MovieRow row, Release release) {
        return BLOCKED.fill(facts(row).set("release", Json.tree(release)));
    }

    static ObjectNode movieAdded(MovieRow row) {
        return ADDED.fill(facts(row));
    }

    static ObjectNode movieDelete(MovieRow row) {
        return DELETED.fill(facts(row));
    }

    private static ObjectNode facts(MovieRow row) {
        return Json.of("row", row, "images", RadarrViews.images(row));
    }

    private static Shape shape(String name) {
        return Shape.of(Payloads.class, "webhook-" + name + ".json");
    }
}
