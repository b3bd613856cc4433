package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.download.core.Call;
import conveyarr.download.core.gate.GateSignal;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Pull;
import conveyarr.download.core.gate.GateSignal.Sight;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.download.out.DownloadCalls;
import conveyarr.download.out.GateRows;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent.VpnSeen;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Turn;
import conveyarr.flow.loop.CallLoop;
import conveyarr.flow.wire.Json;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** The VPN goes away under 50 downloads that run and 5 that their owner has paused. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(value = Torrents.class, restrictToAnnotatedClass = true)
class VpnDropTest {
    private static final List<String> RUNNING = hashes(50, "a");
    private static final List<String> PAUSED = hashes(5, "b");

    private static final String UNSEEN = "unseen";

    @Inject
    DownloadFlow flow;

    @Inject
    GateSettings settings;

    @Inject
    GateRows gateRows;

    @Inject
    DownloadCalls calls;

    @Inject
    @DataSource("download")
    AgroalDataSource database;

    @Test
    void all_that_ran_are_held_and_exactly_those_are_resumed() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        vpn(VpnState.UP);
        Torrents.add(RUNNING);
        Torrents.add(PAUSED);
        Torrents.pause(PAUSED);
        grab();
        eventually(() -> {
            assertThat(count("select count(*) from download.download where kind = 'Running'"))
                    .isEqualTo(55);
            assertThat(states(RUNNING)).containsOnly("downloading");
        });

        vpn(VpnState.DOWN);
        eventually(() -> assertThat(states(RUNNING)).containsOnly("pausedDL"));
        eventually(() -> assertThat(ofVpn("download.held.v1")).isEqualTo(50));
        assertThat(count("select count(*) from download.call where kind = 'PauseHeld'"))
                .as("one call for all, or a second for one that was a tick late")
                .isLessThanOrEqualTo(2);
        shown();
        startsAnew();

        vpn(VpnState.UP);
        eventually(() -> assertThat(states(RUNNING)).containsOnly("downloading"));
        eventually(() -> assertThat(ofVpn("download.released.v1")).isEqualTo(50));
        assertThat(states(PAUSED)).containsOnly("pausedDL");
        assertThat(told("download.stalled.v1")).isZero();
        assertThat(ofVpn("download.held.v1")).isEqualTo(50);
        assertThat(told("download.client-held.v1")).isEqualTo(told("download.client-released.v1"));
    }

    /** What a client behind the VPN often does in a drop: it checks all that it has, and then shows it paused as it was. */
    private void startsAnew() {
        all("checkingResumeData");
        Torrents.client().forgetSessions();
        Instant begun = Instant.now();
        eventually(() -> assertThat(run(() -> process().of("qbit")).seenAt().orElseThrow())
                .isAfter(begun));
        all("");
        eventually(() -> assertThat(states(RUNNING)).containsOnly("pausedDL"));
        assertThat(run(() -> process().of("qbit")).ours()).hasSize(50);
    }

    private static void all(String state) {
        RUNNING.forEach(hash -> Torrents.client().faults().breakTorrent(hash, state));
    }

    /** Nothing but the rows goes over from one process to the next. */
    @Test
    void killed_again_and_again_in_a_drop_the_next_process_resumes_exactly_ours() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        Instant now = Instant.now();
        signal(new VpnTold(now, VpnState.UP, Optional.empty(), List.of()));
        look(now.plusSeconds(1), Pull.MOVES);
        signal(new VpnTold(now.plusSeconds(2), VpnState.DOWN, Optional.empty(), List.of()));
        look(now.plusSeconds(3), Pull.MOVES);
        assertThat(ordered(Call.PauseHeld.class)).containsExactly(Set.copyOf(RUNNING));
        look(now.plusSeconds(5), Pull.PAUSED);
        signal(new VpnTold(now.plusSeconds(180), VpnState.UP, Optional.empty(), List.of()));
        look(now.plusSeconds(181), Pull.PAUSED);
        look(now.plusSeconds(205), Pull.PAUSED);
        assertThat(ordered(Call.PauseHeld.class)).hasSize(1);
        assertThat(ordered(Call.ResumeHeld.class))
                .as("the first order may have been lost with its process")
                .containsExactly(Set.copyOf(RUNNING), Set.copyOf(RUNNING));
        look(now.plusSeconds(207), Pull.MOVES);
        look(now.plusSeconds(220), Pull.MOVES);
        assertThat(run(() -> process().of(UNSEEN)).ours()).isEmpty();
    }

    /** Each time by a process that has just begun. */
    private void signal(GateSignal signal) {
        run(() -> process().observe(UNSEEN, signal));
    }

    private void look(Instant at, Pull ofRunning) {
        var sights = new ArrayList<Sight>();
        RUNNING.forEach(hash -> sights.add(new Sight(hash, ofRunning)));
        PAUSED.forEach(hash -> sights.add(new Sight(hash, Pull.PAUSED)));
        run(() -> process().look(UNSEEN, new ClientSeen(at, GateSignal.Stand.FINE, sights)));
    }

    private Gates process() {
        return new Gates(flow, settings, gateRows);
    }

    private List<Set<String>> ordered(Class<? extends Call> kind) {
        return query("select body from download.call where kind = '" + kind.getSimpleName()
                        + "' and body like '%\"unseen\"%' order by id")
                .stream()
                .map(body -> Json.read(body, kind))
                .map(call -> call instanceof Call.PauseHeld pause ? pause.hashes() : ((Call.ResumeHeld) call).hashes())
                .toList();
    }

    /** Two more processes of this service, as far as their calls go: one is stopped between its decision and its word to the client. */
    @Test
    void who_was_stopped_over_a_call_tells_the_client_nothing_once_another_has_made_it() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        List<String> hash = hashes(1, "c");
        Torrents.add(hash);
        eventually(() -> assertThat(states(hash)).containsOnly("downloading"));
        eventually(() -> assertThat(run(() -> process().of("qbit")).seenAt()).isPresent());
        execute("create schema spare; create table spare.lease (like download.lease including all);"
                + " create table spare.call (like download.call including all)");
        int turn = run(() -> process().of("qbit")).turn();
        var stopped = new Stopped(calls);
        try (var one = new CallLoop("spare", database);
                var other = new CallLoop("spare", database)) {
            one.carryOut(stopped);
            one.start();
            execute("insert into spare.call (kind, body) values ('PauseHeld', '"
                    + Json.write(new Call.PauseHeld("qbit", turn, Set.copyOf(hash))) + "')");
            eventually(() -> assertThat(stopped.thinks()).isTrue());
            String holder = query("select holder from spare.lease").getFirst();
            other.carryOut(calls);
            other.start();
            eventually(() -> {
                execute("update spare.lease set until = now() - interval '1 s' where holder = '" + holder + "'");
                other.wake();
                assertThat(query("select holder from spare.lease")).doesNotContain(holder);
            });
            eventually(() -> assertThat(states(hash)).containsOnly("pausedDL"));
            Torrents.resume(hash);
            eventually(() -> assertThat(states(hash)).containsOnly("downloading"));
            assertThat(stopped.goesOn()).isInstanceOf(Turn.Overtaken.class);
            assertThat(states(hash)).containsOnly("downloading");
            assertThat(query("select attempts::text from spare.call where done_at is not null"))
                    .containsExactly("1");
        }
        Torrents.remove(hash);
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void shown() {
        RestAssured.given()
                .header("X-Api-Key", EmbeddedStack.API_KEY)
                .get("/api/v1/downloads")
                .then()
                .statusCode(200)
                .body("items.findAll { it.state == 'held' }.size()", Matchers.equalTo(50))
                .body("items.find { it.state == 'held' }.tone", Matchers.equalTo("wait"))
                .body("items.find { it.state == 'held' }.cause.code", Matchers.equalTo("HELD_VPN_DOWN"))
                .body("items.find { it.state == 'held' }.protected", Matchers.equalTo(false))
                .body("items.findAll { it.progress != null && it.bytesLeft != null }.size()", Matchers.equalTo(55))
                .body("totals.downloads", Matchers.equalTo(55))
                .body("totals.states.held", Matchers.equalTo(50))
                .body("clients[0].paused", Matchers.equalTo(50))
                .body("dryRun", Matchers.equalTo(true));
    }

    private static void vpn(VpnState state) {
        Instant now = Instant.now();
        var seen = new VpnSeen(new ComponentId("gluetun"), state, now, "", Optional.of("185.65.134.240"), List.of());
        TopicWriter.tell(seen, Occurrence.at(now, Via.POLL, "gluetun", NaturalKey.of("vpn", now)));
    }

    private static void grab() {
        var all = IntStream.range(0, 55).boxed().toList();
        all.forEach(i -> {
            String hash = i < 50 ? RUNNING.get(i) : PAUSED.get(i - 50);
            var event = new ReleaseGrabbed(
                    MediaId.movie(9000 + i), "radarr", hash.toUpperCase(), "Movie", 1, Optional.empty(), 1);
            TopicWriter.tell(event, Occurrence.at(Instant.now(), Via.HOOK, "radarr", NaturalKey.of("grab", hash)));
        });
    }

    private static List<String> states(List<String> hashes) {
        return hashes.stream().map(Torrents.client()::state).toList();
    }

    /** Before the first word of the VPN some may have been held because it was not known; those are other holds. */
    private long ofVpn(String event) {
        return count("select count(*) from download.outbox where headers like '%" + event
                + "%' and convert_from(value, 'UTF8') like '%VPN_DOWN%'");
    }

    private long told(String event) {
        return count("select count(*) from download.outbox where headers like '%" + event + "%'");
    }

    private long count(String query) {
        return Long.parseLong(query(query).getFirst());
    }

    private List<String> query(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void eventually(Runnable check) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(check::run);
    }

    private static List<String> hashes(int count, String digit) {
        return IntStream.range(0, count)
                .mapToObj(i -> digit.repeat(36) + String.format("%04d", i))
                .toList();
    }
}
