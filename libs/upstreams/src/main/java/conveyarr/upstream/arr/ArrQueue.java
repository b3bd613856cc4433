package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the queue: what waits there for a person. Sonarr shows one download once for each of its episodes. */
record ArrQueue(Dialect dialect, String instance, Instant now) {
    private static final Set<String> REFUSED = Set.of("importBlocked", "importFailed");

    record Item(
            String title,
            String downloadId,
            String trackedDownloadState,
            String trackedDownloadStatus,
            List<ArrWords.Message> statusMessages,
            String errorMessage) {
        /** Before Radarr 5.8 and Sonarr 4.0.5 there was no word for it: the import was pending, with a warning. */
        boolean isRefused() {
            return trackedDownloadState != null && REFUSED.contains(trackedDownloadState)
                    || "importPending".equals(trackedDownloadState)
                            && "warning".equalsIgnoreCase(trackedDownloadStatus);
        }

        boolean hasName() {
            return downloadId != null
                    && (title != null || ArrKeys.download(downloadId).isPresent());
        }
    }

    /** The download of a row in its one spelling; what waits for its time has none yet. */
    static Optional<String> download(JsonNode row) {
        Item item = ArrJson.bind(row, Item.class);
        return item != null && item.hasName()
                ? Optional.of(ArrKeys.download(item.downloadId(), item.title()))
                : Optional.empty();
    }

    Collection<Sighting> refused(List<JsonNode> items) {
        var all = new LinkedHashMap<Object, Sighting>();
        for (JsonNode json : items == null ? List.<JsonNode>of() : items) {
            Item item = ArrJson.bind(json, Item.class);
            if (item != null && item.isRefused() && item.hasName()) {
                Sighting refused = refused(item, dialect.works(json));
                all.putIfAbsent(refused.occurrence().id(), refused);
            }
        }
        return all.values();
    }

    private Sighting refused(Item item, List<Work> works) {
        String download = ArrKeys.download(item.downloadId(), item.title());
        var reasons = new ArrayList<>(ArrWords.reasons(item.statusMessages()));
        if (item.errorMessage() != null) {
            reasons.add(Words.reason(item.errorMessage()));
        }
        var media = works.isEmpty()
                ? ArrWords.unmatched(instance, download)
                : works.getFirst().media();
        var trace = Trace.of(now, Via.POLL, instance, ArrWords.blocked(dialect, download, works));
        return new ImportRefused(trace, media, download, List.copyOf(reasons));
    }
}
