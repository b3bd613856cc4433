package conveyarr.upstream.radarr;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.ImportRefused;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.Words;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Radarr in our words. */
record Radarr(String name, RadarrApi api, InstantSource clock) implements ArrApp {
    static final String KIND = "radarr";
    private static final int ALL = 1000;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Alive> probe() {
        return api.status().map(status -> {
            if (status.appName() != null && !status.appName().equals("Radarr")) {
                throw new Nonsense(name + " is not Radarr but " + status.appName());
            }
            return new Alive(status.version(), "Radarr " + status.version());
        });
    }

    @Override
    public Uni<List<Sighting>> history(Instant since) {
        String second = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return api.historySince(second, true)
                .map(rows -> new RadarrHistory(name, RadarrRows.read(name, rows)).sightings());
    }

    @Override
    public Uni<List<Sighting>> refusedImports() {
        return api.queue(1, ALL, true, true).map(queue -> Stream.ofNullable(queue.records())
                .flatMap(List::stream)
                .filter(Radarr::isRefused)
                .filter(item -> item.downloadId() != null)
                .filter(item -> item.title() != null
                        || ArrKeys.download(item.downloadId()).isPresent())
                .map(this::refused)
                .toList());
    }

    /** Before 5.8 there was no word for it: the import was pending, with a warning. */
    private static boolean isRefused(RadarrApi.Item item) {
        return "importBlocked".equals(item.trackedDownloadState())
                || "importPending".equals(item.trackedDownloadState())
                        && "warning".equalsIgnoreCase(item.trackedDownloadStatus());
    }

    private Sighting refused(RadarrApi.Item item) {
        String download = RadarrWords.download(item.downloadId(), item.title());
        var reasons = new ArrayList<>(RadarrWords.reasons(item.statusMessages()));
        if (item.errorMessage() != null) {
            reasons.add(Words.reason(item.errorMessage()));
        }
        var occurrence = Occurrence.at(clock.instant(), Via.POLL, name, ArrKeys.blocked(download));
        return new ImportRefused(
                occurrence, RadarrWords.subject(item.movie(), name, download), download, List.copyOf(reasons));
    }
}
