package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.ClosedLogins;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class QbittorrentKind implements UpstreamKind {
    private final ClosedLogins logins;

    QbittorrentKind() {
        this(List.of());
    }

    /** Of several services in one process, one is enough. */
    @Inject
    QbittorrentKind(@All List<ClosedLogins> logins) {
        this.logins = logins.stream().findFirst().orElse(ClosedLogins.FORGOTTEN);
    }

    @Override
    public String kind() {
        return Qbittorrent.KIND;
    }

    @Override
    public List<String> needs() {
        return List.of("url", "username|api-key", "password|api-key");
    }

    @Override
    public Upstream open(String name, Entry at) {
        return open(name, at, InstantSource.system(), logins);
    }

    static Qbittorrent open(String name, Entry at, InstantSource clock) {
        return open(name, at, clock, ClosedLogins.FORGOTTEN);
    }

    static Qbittorrent open(String name, Entry at, InstantSource clock, ClosedLogins logins) {
        var setUp = new SetUp(name, URI.create(at.url().orElseThrow()));
        var api = Rest.open(QbittorrentApi.class, name, at, Map.of());
        var byKey = at.apiKey()
                .map(key -> Rest.open(QbittorrentApi.class, name, at, Map.of("Authorization", "Bearer " + key)));
        var session = at.username()
                .flatMap(user -> at.password().map(secret -> new Session.Account(user, secret)))
                .map(account -> new Session(api, account, setUp, new Circuit(setUp, clock, logins, account.at(name))));
        var entrance = new Entrance(api, byKey, session, setUp);
        var words = new TorrentWords(category -> isOurs(category, at.categories()));
        var mainData = new MainDataReader(entrance, words, clock);
        return new Qbittorrent(name, entrance, mainData, new Commands(entrance), new Close(entrance, mainData));
    }

    /** A category or one below it: {@code radarr/4k}. */
    private static boolean isOurs(String category, Set<String> ours) {
        return ours.contains(category.split("/", 2)[0]) || ours.contains(category);
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.of(QbittorrentHooks::read);
    }
}
