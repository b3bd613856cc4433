package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.DownloadClient;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** qBittorrent in our words. */
record Qbittorrent(String name, QbittorrentApi api, Session session, MainDataReader mainData)
        implements DownloadClient {
    static final String KIND = "qbittorrent";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Alive> probe() {
        return session.call(cookie -> api.version(cookie).chain(version -> api.webApiVersion(cookie)
                .map(webApi ->
                        new Alive(version.replaceFirst("^v", ""), "qBittorrent " + version + ", Web API " + webApi))));
    }

    @Override
    public Uni<List<Transfer>> transfers() {
        return Uni.createFrom().deferred(mainData::read);
    }
}
