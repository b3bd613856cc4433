package conveyarr.flow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureConfigTest {
    @TempDir
    Path folder;

    @Test
    void a_database_url_gives_address_and_user() {
        assertThat(read(Map.of("PG_URL", "postgres://ana:p%40ss@db.local:6432/media")))
                .containsEntry("conveyarr.pg.address", "db.local:6432/media")
                .containsEntry("conveyarr.pg.username", "ana")
                .containsEntry("conveyarr.pg.password", "p@ss");
    }

    @Test
    void the_usual_port_need_not_be_written_and_jdbc_urls_are_fine() {
        assertThat(read(Map.of("PG_URL", "jdbc:postgresql://db/media")))
                .containsEntry("conveyarr.pg.address", "db:5432/media");
    }

    @Test
    void hosts_and_passwords_may_have_the_signs_that_people_use() {
        assertThat(read(Map.of("PG_URL", "postgresql://ana:p^a:s@s/x@media_db/media")))
                .containsEntry("conveyarr.pg.address", "media_db:5432/media")
                .containsEntry("conveyarr.pg.password", "p^a:s@s/x");
    }

    @Test
    void a_wrong_url_is_refused_without_showing_it() {
        assertThatThrownBy(() -> read(Map.of("PG_URL", "db.local secret")))
                .hasMessageContaining("PG_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_secret_may_be_in_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "secret\n");
        assertThat(read(Map.of("CONVEYARR_API_KEY_FILE", file.toString())))
                .containsEntry("conveyarr.api-key", "secret");
    }

    @Test
    void an_empty_variable_is_as_good_as_none() {
        assertThat(read(Map.of("PG_URL", "", "KAFKA_BOOTSTRAP_SERVERS", " "))).isEmpty();
    }

    private static Map<String, String> read(Map<String, String> environment) {
        return new InfrastructureConfig(environment).getProperties();
    }
}
