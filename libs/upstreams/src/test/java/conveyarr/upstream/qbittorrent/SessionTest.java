package conveyarr.upstream.qbittorrent;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.At;
import conveyarr.upstream.ClosedLogins;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How it logs in, how it keeps from being banned, and what it asks {@code sync/maindata} for. */
@QuarkusTest
class SessionTest {
    private static final String LOGIN = "/api/v2/auth/login";
    private static final String DATA = "/api/v2/sync/maindata";
    private final FakeServer server = new FakeServer();
    private Instant now = Instant.parse("2026-02-01T12:00:00Z");
    private final DownloadClient client = client();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void logs_in_once_and_keeps_the_cookie_by_the_name_that_the_server_used() {
        for (String cookie : List.of("SID=Pj9K4SLxsZAA/dYI+auYPeHNPwX2W5E", "QBT_SID_8080=a1B2c3")) {
            server.on(LOGIN, loggedIn(cookie));
            server.on(DATA, asked -> cookie.equals(asked.header("Cookie")) ? full(1) : Answer.text(403, "Forbidden"));
            transfers();
            transfers();
            assertThat(last(DATA).header("Cookie")).isEqualTo(cookie);
        }
        assertThat(server.asked(LOGIN)).isEqualTo(2); // one for each cookie
        assertThat(last(LOGIN).body()).contains("username=admin", "password=" + At.SECRET);
    }

    @Test
    void sends_neither_origin_nor_referer() {
        server.on(LOGIN, loggedIn("SID=1")).on(DATA, full(1));
        transfers();
        assertThat(server.asked()).hasSize(2).allMatch(a -> a.header("Origin") == null && a.header("Referer") == null);
    }

    @Test
    void a_refused_login_is_not_tried_again_for_a_while_and_longer_each_time() {
        for (Answer refusal : List.of(Answer.text(200, "Fails."), Answer.status(401), Answer.text(403, "banned"))) {
            server.on(LOGIN, refusal);
            long before = server.asked(LOGIN);
            refusedTimes(5);
            assertThat(server.asked(LOGIN)).isEqualTo(before + 1);
            now = now.plus(ofHours(5));
        }
    }

    @Test
    void the_pause_after_refusals_grows_and_ends_with_a_good_login() {
        grows(started(new KeptLogins(), At.SECRET), ofMinutes(15));
    }

    /** Beside a service that keeps it: five bad logins of both would ban the address that they share. */
    @Test
    void the_pause_is_longer_where_nothing_is_kept() {
        grows(client, ofHours(2));
    }

    private void grows(DownloadClient of, Duration first) {
        server.on(LOGIN, Answer.text(200, "Fails."));
        refused(of);
        now = now.plus(first).minusSeconds(60);
        refused(of);
        assertThat(server.asked(LOGIN)).isEqualTo(1);
        now = now.plusSeconds(120);
        refused(of);
        now = now.plus(first.multipliedBy(2)).minusSeconds(60);
        refused(of);
        assertThat(server.asked(LOGIN)).isEqualTo(2);
        now = now.plusSeconds(120);
        server.on(LOGIN, loggedIn("SID=1")).on(DATA, full(1));
        transfers(of);
        assertThat(server.asked(LOGIN)).isEqualTo(3);
    }

    private static void refused(DownloadClient of) {
        assertThatThrownBy(() -> transfers(of)).isInstanceOf(Refused.class);
    }

    @Test
    void a_service_that_starts_again_and_again_does_not_try_again_and_again() {
        var kept = new KeptLogins();
        server.on(LOGIN, Answer.text(403, "banned"));
        for (int start = 0; start < 5; start++) {
            now = now.plus(ofMinutes(10));
            assertThatThrownBy(() -> transfers(started(kept, At.SECRET)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("banned our address")
                    .hasMessageContaining("2026-02-01T13:10:00Z");
        }
        assertThat(server.asked(LOGIN)).isEqualTo(1);
        now = now.plus(ofMinutes(21));
        assertThatThrownBy(() -> transfers(started(kept, At.SECRET))).isInstanceOf(Refused.class);
        now = now.plus(ofMinutes(59));
        assertThatThrownBy(() -> transfers(started(kept, At.SECRET))).isInstanceOf(Refused.class);
        assertThat(server.asked(LOGIN)).isEqualTo(2);
    }

    @Test
    void a_changed_password_is_tried_at_once_and_a_good_login_leaves_nothing_behind() {
        var kept = new KeptLogins();
        server.on(LOGIN, Answer.text(200, "Fails."));
        assertThatThrownBy(() -> transfers(started(kept, "old"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> transfers(started(kept, "new"))).isInstanceOf(Refused.class);
        assertThat(server.asked(LOGIN)).isEqualTo(2);
        now = now.plus(ofMinutes(16));
        server.on(LOGIN, loggedIn("SID=1")).on(DATA, full(1));
        transfers(started(kept, "new"));
        assertThat(kept.closed).isEmpty();
    }

    @Test
    void where_nobody_can_tell_whether_a_login_was_refused_one_is_tried() {
        server.on(LOGIN, Answer.text(200, "Fails."));
        var kept = new KeptLogins();
        kept.gone = true;
        var client = started(kept, At.SECRET);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> transfers(client)).hasMessageContaining("wrong user name or password");
        }
        assertThat(server.asked(LOGIN)).isEqualTo(1);
    }

    /** What a database would keep. */
    private static final class KeptLogins implements ClosedLogins {
        private final Map<Login, Closed> closed = new HashMap<>();
        private boolean gone;

        @Override
        public Uni<Optional<Closed>> of(Login login) {
            return answer(() -> Optional.ofNullable(closed.get(login)));
        }

        @Override
        public Uni<Void> close(Login login, Closed now) {
            return answer(() -> {
                closed.clear();
                closed.put(login, now);
                return null;
            });
        }

        @Override
        public Uni<Void> open(Login login) {
            return answer(() -> {
                closed.remove(login);
                return null;
            });
        }

        private <T> Uni<T> answer(Supplier<T> work) {
            return gone
                    ? Uni.createFrom().failure(new IllegalStateException("no database"))
                    : Uni.createFrom().item(work);
        }
    }

    private DownloadClient started(ClosedLogins kept, String password) {
        At at = At.url(server.url().toString()).login("admin", password);
        return QbittorrentKind.open("qbittorrent", at, () -> now, kept);
    }

    private static void transfers(DownloadClient of) {
        of.transfers().await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void a_lost_session_is_renewed_once_and_the_call_repeated_once() {
        var logins = new AtomicInteger();
        server.on(LOGIN, _ -> loggedIn("SID=" + logins.incrementAndGet()));
        server.on(DATA, full(1));
        transfers();
        server.on(DATA, asked -> "SID=2".equals(asked.header("Cookie")) ? full(1) : Answer.text(403, "Forbidden"));
        transfers();
        assertThat(logins).hasValue(2);
        server.on(DATA, Answer.text(403, "Forbidden"));
        long before = server.asked(DATA);
        refusedTimes(1);
        assertThat(server.asked(DATA) - before).isEqualTo(2);
        assertThat(logins).hasValue(3);
    }

    @Test
    void a_login_without_session_is_nonsense_and_may_be_tried_again() {
        server.on(LOGIN, Answer.text(200, "Ok."));
        assertThatThrownBy(this::transfers).isInstanceOf(Nonsense.class);
        server.on(LOGIN, loggedIn("SID=1")).on(DATA, full(1));
        transfers();
    }

    @Test
    void asks_for_changes_and_for_everything_after_a_failure_and_every_five_minutes() {
        server.on(LOGIN, loggedIn("SID=1")).on(DATA, full(7));
        transfers();
        server.on(DATA, Answer.json("{\"rid\":8}"));
        transfers();
        assertThat(last(DATA).pathAndQuery()).isEqualTo(DATA + "?rid=7");
        server.on(DATA, Answer.json("{\"rid\":9,\"torrents\":{\"a\":"));
        assertThatThrownBy(this::transfers).isInstanceOf(Nonsense.class);
        assertThat(last(DATA).pathAndQuery()).isEqualTo(DATA + "?rid=8");
        server.on(DATA, full(3));
        transfers();
        assertThat(last(DATA).pathAndQuery()).isEqualTo(DATA + "?rid=0");
        now = now.plus(ofMinutes(5));
        transfers();
        assertThat(last(DATA).pathAndQuery()).isEqualTo(DATA + "?rid=0");
    }

    /** 4.x and 5.0: the server's state has no place for it. */
    @Test
    void an_external_address_that_only_the_log_tells_is_read_once_a_minute_and_its_absence_fails_nothing() {
        server.on(LOGIN, loggedIn("SID=1")).on(DATA, state("\"connection_status\":\"connected\""));
        assertThat(address()).isEmpty();
        server.on(LOG, Answer.json("[{\"id\":7,\"message\":\"Detected external IP. IP: \\\"185.65.134.240\\\"\"}]"));
        assertThat(address()).isEmpty();
        assertThat(logReads()).isEqualTo(1);
        now = now.plusSeconds(60);
        assertThat(address()).contains("185.65.134.240");
        assertThat(address()).contains("185.65.134.240");
        assertThat(logReads()).isEqualTo(2);
        now = now.plusSeconds(60);
        server.on(LOG, Answer.status(500));
        assertThat(address()).contains("185.65.134.240");
        assertThat(server.asked(LOGIN)).isEqualTo(1);
    }

    @Test
    void a_client_that_has_a_place_for_its_external_address_is_not_asked_for_its_log() {
        server.on(LOGIN, loggedIn("SID=1"))
                .on(DATA, state("\"connection_status\":\"connected\",\"last_external_address_v4\":\"\""));
        assertThat(address()).isEmpty();
        assertThat(logReads()).isZero();
    }

    private static final String LOG = "/api/v2/log/main";

    private static Answer state(String fields) {
        return Answer.json("{\"rid\":1,\"full_update\":true,\"server_state\":{" + fields + "}}");
    }

    private Optional<String> address() {
        return client.look().await().atMost(ofSeconds(5)).standing().externalAddress();
    }

    private long logReads() {
        return server.asked().stream()
                .filter(a -> a.pathAndQuery().startsWith(LOG))
                .count();
    }

    @Test
    void all_who_ask_at_once_share_one_login_and_one_read() {
        server.on(LOGIN, loggedIn("SID=1")).on(DATA, full(1));
        var asking =
                java.util.stream.Stream.generate(client::transfers).limit(20).toList();
        Uni.join().all(asking).andFailFast().await().atMost(ofSeconds(5));
        assertThat(server.asked(LOGIN)).isEqualTo(1);
        assertThat(server.asked(DATA)).isLessThan(20);
    }

    @Test
    void an_account_does_not_show_its_password() {
        assertThat(new Session.Account("admin", At.SECRET).toString()).doesNotContain(At.SECRET);
    }

    private void refusedTimes(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(this::transfers).isInstanceOf(Refused.class).hasMessageNotContaining(At.SECRET);
        }
    }

    private void transfers() {
        transfers(client);
    }

    private Asked last(String path) {
        return server.asked().stream()
                .filter(a -> a.pathAndQuery().startsWith(path))
                .toList()
                .getLast();
    }

    private static Answer loggedIn(String cookie) {
        return new Answer(
                200,
                Map.of("Set-Cookie", cookie + "; HttpOnly; path=/; SameSite=Strict", "Content-Type", "text/plain"),
                "Ok.");
    }

    private static Answer full(int rid) {
        return Answer.json("{\"rid\":" + rid + ",\"full_update\":true}");
    }

    private DownloadClient client() {
        At at = At.url(server.url().toString()).login("admin", At.SECRET);
        return QbittorrentKind.open("qbittorrent", at, () -> now);
    }
}
