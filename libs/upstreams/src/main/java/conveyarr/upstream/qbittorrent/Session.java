package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.Shared;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One login for all callers, renewed when the server no longer knows it. After a refused login none is tried for a while, longer each time:
 * a few more would have our address banned, and with it every program behind it.
 */
final class Session {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration BAN = Duration.ofHours(1);

    private final QbittorrentApi api;
    private final Account account;
    private final SetUp setUp;
    private final InstantSource clock;
    private final Shared<String> login = new Shared<>();
    private String cookie;
    private Refused refused;
    private Instant closedUntil = Instant.MIN;
    private Duration pause = FIRST_PAUSE;

    record Account(String username, String password) {
        @Override
        public String toString() {
            return "Account";
        }
    }

    Session(QbittorrentApi api, Account account, SetUp setUp, InstantSource clock) {
        this.api = api;
        this.account = account;
        this.setUp = setUp;
        this.clock = clock;
    }

    /** Calls with the session's cookie; when it is refused, logs in once and calls once more. */
    <T> Uni<T> call(Function<String, Uni<T>> call) {
        return Uni.createFrom().deferred(() -> cookie(null)).chain(used -> call.apply(used)
                .onFailure(Refused.class)
                .recoverWithUni(() -> cookie(used).chain(call::apply)));
    }

    /** The present cookie, if it is not the {@code stale} one; otherwise that of a new login. */
    private Uni<String> cookie(String stale) {
        return settled(stale).orElseGet(() -> login.orElse(() -> settled(stale).orElseGet(this::logIn)));
    }

    /** What needs no login: a cookie that may still be good, or the refusal that still holds. */
    private synchronized Optional<Uni<String>> settled(String stale) {
        if (cookie != null && !cookie.equals(stale)) {
            return Optional.of(Uni.createFrom().item(cookie));
        }
        return clock.instant().isBefore(closedUntil)
                ? Optional.of(Uni.createFrom().failure(refused))
                : Optional.empty();
    }

    private Uni<String> logIn() {
        return api.login(account.username(), account.password())
                .map(this::cookieOf)
                .invoke(this::opened)
                .onFailure(Refused.class)
                .recoverWithUni(trouble -> explained((Refused) trouble));
    }

    private String cookieOf(RestResponse<String> answer) {
        if ("Fails.".equals(answer.getEntity())) {
            throw new Refused(setUp.instance() + " says \"Fails.\"");
        }
        List<String> cookies = answer.getStringHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of());
        return cookies.stream()
                .map(text -> text.split(";", 2)[0].strip())
                .filter(pair -> pair.startsWith("SID=") || pair.startsWith("QBT_SID_"))
                .findFirst()
                .orElseThrow(
                        () -> new Nonsense(setUp.instance() + " gives no session for a login; is it qBittorrent?"));
    }

    /**
     * 5.2 answers 401 both to a wrong password and to a Host that it does not like; a call without a cookie tells them apart, since that is
     * 403 otherwise. The Host check counts no failure, so it needs no pause.
     */
    private Uni<String> explained(Refused refusal) {
        if (refusal.status() != 401) {
            return Uni.createFrom().failure(closed(refusal));
        }
        return api.version(null).onItemOrFailure().transformToUni((_, trouble) -> {
            boolean host = trouble instanceof Refused bare && bare.status() == 401;
            return Uni.createFrom().failure(host ? setUp.hostRefused() : closed(refusal));
        });
    }

    private synchronized void opened(String fresh) {
        cookie = fresh;
        pause = FIRST_PAUSE;
    }

    private synchronized Refused closed(Refused reason) {
        boolean banned = reason.status() == 403;
        Duration wait = banned && pause.compareTo(BAN) < 0 ? BAN : pause;
        closedUntil = clock.instant().plus(wait);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        refused = banned ? setUp.banned(closedUntil) : setUp.badLogin(reason.getMessage(), closedUntil);
        return refused;
    }
}
