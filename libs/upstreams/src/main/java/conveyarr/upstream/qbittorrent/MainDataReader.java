package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Shared;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Follows {@code sync/maindata}: one read at a time, which all who ask meanwhile share, and everything anew after any failure. */
final class MainDataReader {
    private static final Duration EVERYTHING_ANEW = Duration.ofMinutes(5);

    private final QbittorrentApi api;
    private final Session session;
    private final InstantSource clock;
    private final Shared<List<Transfer>> reading = new Shared<>();
    private final Torrents torrents = new Torrents();
    private int rid;
    private Instant lastFull = Instant.MIN;

    MainDataReader(QbittorrentApi api, Session session, InstantSource clock) {
        this.api = api;
        this.session = session;
        this.clock = clock;
    }

    Uni<List<Transfer>> read() {
        return reading.orElse(() -> session.call(cookie -> api.mainData(cookie, nextRid()))
                .map(this::take)
                .onFailure()
                .invoke(this::forget));
    }

    /** 0 asks for everything. */
    private synchronized int nextRid() {
        return clock.instant().isBefore(lastFull.plus(EVERYTHING_ANEW)) ? rid : 0;
    }

    private synchronized List<Transfer> take(QbittorrentApi.MainData news) {
        if (news.rid() == null) {
            throw new Nonsense("the answer of sync/maindata has no rid; is this qBittorrent?");
        }
        torrents.take(news);
        rid = news.rid();
        lastFull = news.full() ? clock.instant() : lastFull;
        return torrents.transfers();
    }

    private synchronized void forget() {
        lastFull = Instant.MIN;
    }
}
