package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.Inspection;
import conveyarr.upstream.Tracker;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.Words;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** A torrent from close by. */
record Close(Entrance entrance, MainDataReader mainData) {
    /** Empty when it went away between the look and the question. */
    Uni<Optional<Inspection>> inspect(String hash) {
        return entrance.call((api, cookie) -> api.properties(cookie, hash))
                .chain(properties -> entrance.call((api, cookie) -> api.trackers(cookie, hash))
                        .map(rows -> Optional.of(inspection(hash, properties, rows))))
                .onFailure(Nonsense.class)
                .recoverWithItem(Optional.empty());
    }

    private Inspection inspection(
            String hash, QbittorrentApi.Properties properties, List<QbittorrentApi.TrackerRow> rows) {
        var isPrivate = Optional.ofNullable(Torrent.or(properties.privateSince5(), properties.isPrivate()));
        isPrivate.ifPresent(yes -> mainData.isPrivate(hash, yes));
        return new Inspection(
                isPrivate,
                rows.stream()
                        .filter(row -> !Torrent.text(row.url()).startsWith("** ["))
                        .map(Close::tracker)
                        .toList());
    }

    private static Tracker tracker(QbittorrentApi.TrackerRow row) {
        var state =
                switch (row.status()) {
                    case 0, 1 -> Tracker.State.NOT_ASKED;
                    case 2 -> Tracker.State.WORKING;
                    case 3 -> Tracker.State.ASKING;
                    default -> Tracker.State.FAILING;
                };
        String message = Words.line(Hosts.without(Torrent.text(row.msg())));
        return new Tracker(Hosts.host(Torrent.text(row.url())).orElse("?"), state, message);
    }
}
