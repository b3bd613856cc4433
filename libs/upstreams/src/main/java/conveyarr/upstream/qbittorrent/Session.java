package conveyarr.upstream.qbittorrent;

import conveyarr.upstream.ClosedLogins.Login;
import conveyarr.upstream.Shared;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** One login for all callers, renewed when the server no longer knows it, and not tried again for a while after it was refused. */
final class Session {
    private final QbittorrentApi api;
    private final Account account;
    private final SetUp setUp;
    private final Circuit circuit;
    private final Shared<String> login = new Shared<>();
    private volatile String cookie;

    record Account(String username, String password) {
        /** What tells this login from another of the instance. */
        Login at(String instance) {
            return new Login(instance, username + "\n" + password);
        }

        @Override
        public String toString() {
            return "Account";
        }
    }

    Session(QbittorrentApi api, Account account, SetUp setUp, Circuit circuit) {
        this.api = api;
        this.account = account;
        this.setUp = setUp;
        this.circuit = circuit;
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
    private Optional<Uni<String>> settled(String stale) {
        String known = cookie;
        return known != null && !known.equals(stale)
                ? Optional.of(Uni.createFrom().item(known))
                : circuit.refusal().map(refused -> Uni.createFrom().failure(refused));
    }

    private Uni<String> logIn() {
        return circuit.check().chain(() -> api.login(account.username(), account.password())
                .map(this::cookieOf)
                .invoke(fresh -> cookie = fresh)
                .onFailure(Refused.class)
                .recoverWithUni(trouble -> explained((Refused) trouble))
                .call(circuit::open));
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
            return closed(refusal);
        }
        return api.version(null).onItemOrFailure().transformToUni((_, trouble) -> {
            boolean host = trouble instanceof Refused bare && bare.status() == 401;
            return host ? Uni.createFrom().failure(setUp.hostRefused()) : closed(refusal);
        });
    }

    private Uni<String> closed(Refused refusal) {
        return circuit.close(refusal).chain(refused -> Uni.createFrom().failure(refused));
    }
}
