package conveyarr.download.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Downloads;
import conveyarr.download.Gates;
import conveyarr.download.core.Signal.Grabbed;
import conveyarr.download.core.Signal.ImportRefused;
import conveyarr.download.core.gate.Gate;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Topics;
import conveyarr.events.Via;
import conveyarr.flow.Turn;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import conveyarr.upstream.ClosedLogins;
import conveyarr.upstream.ClosedLogins.Closed;
import conveyarr.upstream.ClosedLogins.Login;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hybrid torrent has two ids: the client shows it under one, and an *arr may ask for it under the other. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class TransferPollTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final String HYBRIDS = "poll transfers hybrids";
    private static final String STARTED = "download.started.v1";
    private static final String HELD = "download.held.v1";
    private static final String RELEASED = "download.released.v1";

    @Inject
    Downloads downloads;

    @Inject
    Gates gates;

    @Inject
    DownloadFlow flow;

    @Inject
    Upstreams upstreams;

    @Inject
    ClosedLogins logins;

    @Inject
    @DataSource("download")
    AgroalDataSource database;

    private TransferPoll poll;

    @BeforeEach
    void a_service_that_has_just_started() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        poll = new TransferPoll(flow, upstreams, downloads, gates);
    }

    @Test
    void a_hybrid_torrent_that_leaves_the_client_is_told_and_leaves_no_second_row() throws SQLException {
        grab("B1", 801);
        answer(hybrid("A1", "B1", Phase.DOWNLOADING));
        answer();
        answer();
        answer();
        eventually(801, STARTED, "download.removed.v1");
        assertThat(kinds("A1")).isEmpty();
        assertThat(kinds("B1")).containsExactly("Removed");
    }

    @Test
    void two_short_answers_remove_nothing() {
        grab("B6", 806);
        answer(hybrid("A6", "B6", Phase.DOWNLOADING));
        answer();
        answer();
        answer(hybrid("A6", "B6", Phase.DOWNLOADING));
        answer();
        answer();
        answer(hybrid("A6", "B6", Phase.DONE));
        eventually(806, STARTED, "download.completed.v1");
    }

    @Test
    void a_client_that_does_not_answer_holds_each_of_its_downloads_once_and_they_go_on_at_once() throws SQLException {
        grab("B8", 808);
        grab("B9", 809);
        answer(hybrid("A8", "B8", Phase.DOWNLOADING), hybrid("A9", "B9", Phase.STALLED));
        silence();
        silence();
        assertThat(kinds("B8")).as("twice is little").containsExactly("Running");
        silence();
        assertThat(kinds("B8")).containsExactly("Held");
        assertThat(kinds("B9")).containsExactly("Held");
        silence();
        a_service_that_has_just_started();
        silence();
        answer(hybrid("A8", "B8", Phase.DOWNLOADING), hybrid("A9", "B9", Phase.STALLED));
        assertThat(kinds("B8")).containsExactly("Running");
        silence();
        silence();
        silence();
        assertThat(kinds("B8")).as("another silence").containsExactly("Held");
        answer(hybrid("A8", "B8", Phase.DOWNLOADING), hybrid("A9", "B9", Phase.STALLED));
        assertThat(kinds("B8"))
                .as("looked at, though it is as it was a moment ago")
                .containsExactly("Running");
        for (int movie : new int[] {808, 809}) {
            eventually(movie, STARTED, HELD, RELEASED, HELD, RELEASED);
        }
    }

    @Test
    void a_refused_one_that_left_the_client_is_no_longer_listed() throws SQLException {
        grab("B7", 807);
        answer(hybrid("A7", "B7", Phase.DONE));
        var occurrence = Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("refused", "B7"));
        run(() -> downloads.handle("B7", occurrence, new ImportRefused(NOON.plusSeconds(1), "Sample")));
        assertThat(kinds("B7")).containsExactly("Refused");
        answer();
        answer();
        answer();
        assertThat(kinds("B7")).containsExactly("Finished");
    }

    @Test
    void a_hybrid_torrent_that_was_complete_before_its_grab_came_is_one_life() {
        answer(hybrid("A2", "B2", Phase.DONE));
        grab("B2", 802);
        answer(hybrid("A2", "B2", Phase.DONE));
        eventually(802, STARTED, "download.completed.v1");
    }

    @Test
    void a_download_that_an_older_look_left_unknown_does_not_hide_the_one_that_runs() throws SQLException {
        answer(hybrid("A3", "B3", Phase.DOWNLOADING));
        grab("B3", 803);
        answer(hybrid("A3", "B3", Phase.DOWNLOADING));
        answer(hybrid("A3", "B3", Phase.DONE));
        eventually(803, STARTED, "download.completed.v1");
        assertThat(kinds("B3")).containsExactly("Finished");
    }

    @Test
    void a_transfer_that_can_never_be_handled_does_not_stop_the_ones_after_it() throws SQLException {
        keep("X4", "no state that anybody can read");
        grab("B4", 804);
        answer(hybrid("X4", "Y4", Phase.DONE), hybrid("A4", "B4", Phase.DONE));
        eventually(804, STARTED, "download.completed.v1");
    }

    @Test
    void a_process_that_was_stopped_over_the_answer_writes_nothing_once_another_looks() throws SQLException {
        var kept = new AtomicReference<Turn>();
        run(() -> flow.alone("poll transfers asleep", turn -> {
            kept.set(turn);
            return Uni.createFrom().voidItem();
        }));
        execute("update download.lease set holder = 'another', epoch = epoch + 1 where name = 'poll transfers asleep'");
        var client = new Scripted("asleep", List.of(hybrid("A5", "B5", Phase.DOWNLOADING)));
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> poll.look(client, kept.get())))
                .isInstanceOf(Turn.Overtaken.class);
        assertThat(kinds("A5")).isEmpty();
        assertThat(run(() -> gates.of("asleep"))).isEqualTo(Gate.OPEN);
    }

    /** In a row without the secret, for the same login only. */
    @Test
    void a_refused_login_outlives_the_process() throws SQLException {
        var login = new Login("client", "admin\nsecret");
        var closed = new Closed(true, "client says \"Fails.\"", NOON, Duration.ofMinutes(30));
        run(() -> logins.close(login, new Closed(false, "before", NOON, Duration.ofMinutes(15))));
        run(() -> logins.close(login, closed));
        assertThat(run(() -> logins.of(login))).contains(closed);
        assertThat(run(() -> logins.of(new Login("client", "admin\nother")))).isEmpty();
        assertThat(one("select closed_login::text from download.closed_login")).doesNotContain("secret", "admin");
        run(() -> logins.open(login));
        assertThat(run(() -> logins.of(login))).isEmpty();
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void grab(String id, int movie) {
        var occurrence = Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("grab", id));
        run(() -> downloads.handle(id, occurrence, new Grabbed(NOON, MediaId.movie(movie))));
    }

    private void silence() {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(
                        () -> flow.alone(HYBRIDS, turn -> poll.look(Scripted.silent("hybrids"), turn))))
                .isInstanceOf(UpstreamTrouble.Unreachable.class);
    }

    private void answer(Transfer... transfers) {
        run(() -> flow.alone(HYBRIDS, turn -> poll.look(new Scripted("hybrids", List.of(transfers)), turn)));
    }

    private static Transfer hybrid(String hash, String alias, Phase phase) {
        long done = phase == Phase.DONE ? 1000 : 10;
        var progress = new Progress(phase, "word", done / 1000.0, 1000, done, Optional.empty());
        return new Transfer(hash, Set.of(hash, alias), "A.Hybrid", "radarr", progress, NOON);
    }

    private void keep(String id, String state) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into download.download values (?, ?, ?, now(), 0)")) {
            insert.setString(1, id);
            insert.setString(2, "Finished");
            insert.setString(3, state);
            insert.executeUpdate();
        }
    }

    private List<String> kinds(String id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select kind from download.download where id = ?")) {
            query.setString(1, id);
            var kinds = new ArrayList<String>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                kinds.add(rows.getString(1));
            }
            return kinds;
        }
    }

    private static void eventually(int movie, String... events) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(TopicReader.eventsAbout(Topics.DOWNLOADS, "movie:tmdb:" + movie))
                        .containsExactly(events));
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
