package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.Network;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lets calls in: by API key where there is one and it is taken (5.2 and later), otherwise by login. A call gets the client to use and the
 * cookie to send, which is {@code null} beside a key.
 */
final class Entrance {
    private final QbittorrentApi open;
    private final Optional<QbittorrentApi> byKey;
    private final Optional<Session> session;
    private final SetUp setUp;
    private volatile boolean keyRefused;

    Entrance(QbittorrentApi open, Optional<QbittorrentApi> byKey, Optional<Session> session, SetUp setUp) {
        this.open = open;
        this.byKey = byKey;
        this.session = session;
        this.setUp = setUp;
    }

    <T> Uni<T> call(BiFunction<QbittorrentApi, String, Uni<T>> call) {
        return Uni.createFrom()
                .deferred(() -> byKey.isPresent() && !keyRefused ? withKey(byKey.get(), call) : withSession(call))
                .onFailure(Unreachable.class)
                .transform(trouble -> Network.withFix((Unreachable) trouble, setUp.url()));
    }

    Nonsense isStranger() {
        return setUp.isStranger();
    }

    private <T> Uni<T> withKey(QbittorrentApi keyed, BiFunction<QbittorrentApi, String, Uni<T>> call) {
        return call.apply(keyed, null).onFailure(Refused.class).recoverWithUni(refused -> {
            if (((Refused) refused).status() == 401) {
                return Uni.createFrom().failure(setUp.hostRefused());
            }
            keyRefused = session.isPresent();
            return session.isPresent() ? withSession(call) : Uni.createFrom().failure(setUp.keyRefused());
        });
    }

    private <T> Uni<T> withSession(BiFunction<QbittorrentApi, String, Uni<T>> call) {
        return session.orElseThrow().call(cookie -> call.apply(open, cookie));
    }
}
