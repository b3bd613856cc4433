package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.DownloadClient.Look;
import conveyarr.upstream.Shared;
import conveyarr.upstream.qbittorrent.Torrents.Found;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Follows {@code sync/maindata}: one read at a time, which all who ask meanwhile share, and everything anew after any failure. */
final class MainDataReader {
    private static final Duration EVERYTHING_ANEW = Duration.ofMinutes(5);

    private final Entrance entrance;
    private final InstantSource clock;
    private final Shared<Look> reading = new Shared<>();
    private final LoggedAddress logged;
    private final TorrentWords words;
    private final Torrents torrents;
    private Server server = Server.UNKNOWN;
    private int rid;
    private Instant lastFull = Instant.MIN;

    MainDataReader(Entrance entrance, TorrentWords words, InstantSource clock) {
        this.entrance = entrance;
        this.logged = new LoggedAddress(entrance, clock);
        this.words = words;
        this.torrents = new Torrents(words);
        this.clock = clock;
    }

    Uni<Look> read() {
        return reading.orElse(() -> entrance.call((api, cookie) -> api.mainData(cookie, nextRid()))
                .map(this::take)
                .onFailure()
                .invoke(this::forget)
                .chain(this::whole));
    }

    /** Before 5.1 the answer lacks the external address. */
    private Uni<Look> whole(Look look) {
        return tellsNoAddress()
                ? logged.newest()
                        .map(address ->
                                new Look(look.transfers(), look.standing().seenAt(address)))
                : Uni.createFrom().item(look);
    }

    private synchronized boolean tellsNoAddress() {
        return server.tellsNoAddress();
    }

    /** In the picture of the last answer. */
    synchronized Found find(Set<String> ids) {
        return torrents.find(ids);
    }

    /** Learned from close by; shown from now on, although no answer of {@code sync/maindata} tells it. */
    synchronized void isPrivate(String hash, boolean yes) {
        words.isPrivate(hash, yes);
        torrents.anew(hash);
    }

    /** 0 asks for everything. */
    private synchronized int nextRid() {
        return clock.instant().isBefore(lastFull.plus(EVERYTHING_ANEW)) ? rid : 0;
    }

    private synchronized Look take(QbittorrentApi.MainData news) {
        if (news.rid() == null) {
            throw entrance.isStranger();
        }
        torrents.take(news);
        server = news.server() == null ? server : server.with(news.server());
        rid = news.rid();
        lastFull = news.full() ? clock.instant() : lastFull;
        return new Look(torrents.transfers(), server.standing());
    }

    private synchronized void forget() {
        lastFull = Instant.MIN;
    }
}
