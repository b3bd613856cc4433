package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.ComponentId;
import conveyarr.events.HealthEvent.VpnSeen;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicWriter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    @Inject
    DownloadFlow flow;

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

        vpn(VpnState.UP);
        eventually(() -> assertThat(states(RUNNING)).containsOnly("downloading"));
        eventually(() -> assertThat(ofVpn("download.released.v1")).isEqualTo(50));
        assertThat(states(PAUSED)).containsOnly("pausedDL");
        assertThat(told("download.stalled.v1")).isZero();
        assertThat(ofVpn("download.held.v1")).isEqualTo(50);
        assertThat(told("download.client-held.v1")).isEqualTo(told("download.client-released.v1"));
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
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
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
