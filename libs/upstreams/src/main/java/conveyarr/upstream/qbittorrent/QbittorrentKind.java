package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class QbittorrentKind implements UpstreamKind {
    @Override
    public String kind() {
        return Qbittorrent.KIND;
    }

    @Override
    public List<String> needs() {
        return List.of("url", "username", "password");
    }

    @Override
    public Upstream open(String name, Entry at) {
        var api = Rest.open(QbittorrentApi.class, name, at, Map.of());
        var account = new Session.Account(
                name, at.username().orElseThrow(), at.password().orElseThrow());
        var session = new Session(api, account, InstantSource.system());
        return new Qbittorrent(name, api, session, new MainDataReader(api, session, InstantSource.system()));
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.empty();
    }
}
