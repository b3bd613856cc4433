package conveyarr.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.embedded.PgNode;
import conveyarr.flow.Turn;
import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process of a service does alone is done by no other. */
class TurnsTest {
    private static final String RADARR = "poll history radarr";

    @TempDir
    static Path folder;

    private static PgNode postgres;
    private static AgroalDataSource jdbc;

    @BeforeAll
    static void start() throws Exception {
        postgres = RelayWorld.postgres(folder);
        jdbc = RelayWorld.jdbc(postgres);
        RelayWorld.schema(jdbc, "acquisition");
    }

    @AfterAll
    static void stop() throws Exception {
        jdbc.close();
        postgres.close();
    }

    @Test
    void a_name_has_one_holder_and_another_name_may_have_another() throws Exception {
        try (var one = turns();
                var other = turns()) {
            assertThat(one.take(RADARR).get()).isPresent();
            assertThat(other.take(RADARR).get()).isEmpty();
            assertThat(other.take("poll history radarr-4k").get()).isPresent();
            assertThat(one.take("poll history radarr-4k").get()).isEmpty();
            assertThat(one.take(RADARR).get()).isPresent();
        }
    }

    @Test
    void who_stops_in_order_lets_the_next_one_in_at_once_under_a_new_epoch() throws Exception {
        var one = turns();
        Turn first = one.take("poll queue radarr").get().orElseThrow();
        try (var other = turns()) {
            assertThat(other.take("poll queue radarr").get()).isEmpty();
            one.close();
            Turn second = other.take("poll queue radarr").get().orElseThrow();
            assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
            assertThat(one.take("poll queue radarr").get()).isEmpty();
        }
    }

    /** The row is as if its holder had been stopped for longer than the lease lasts. */
    @Test
    void who_slept_too_long_is_followed_and_finds_that_out() throws Exception {
        try (var sleeper = turns();
                var other = turns()) {
            Turn before = sleeper.take("poll vpn gluetun").get().orElseThrow();
            try (var connection = jdbc.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("update acquisition.lease set until = now() - interval '1 s' where name = '"
                        + before.name() + "'");
            }
            Turn after = other.take("poll vpn gluetun").get().orElseThrow();
            assertThat(after.epoch()).isGreaterThan(before.epoch());
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                sleeper.wake();
                                return sleeper.take("poll vpn gluetun").get();
                            },
                            Optional::isEmpty);
        }
    }

    private static Turns turns() {
        var turns = new Turns("acquisition", jdbc);
        turns.start();
        return turns;
    }
}
