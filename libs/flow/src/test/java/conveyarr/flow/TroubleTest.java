package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.DateTimeException;
import org.junit.jupiter.api.Test;

class TroubleTest {
    @Test
    void what_the_input_is_to_blame_for_is_permanent() {
        assertThat(Trouble.isPermanent(new IllegalArgumentException("not a media id")))
                .isTrue();
        assertThat(Trouble.isPermanent(new DateTimeException("noon"))).isTrue();
        assertThat(Trouble.isPermanent(
                        new RuntimeException(new PgException("invalid byte sequence", "ERROR", "22021", null))))
                .isTrue();
    }

    @Test
    void what_passes_is_tried_again() {
        assertThat(Trouble.isPermanent(new ConnectException("refused"))).isFalse();
        assertThat(Trouble.isPermanent(new IOException("reset"))).isFalse();
        assertThat(Trouble.isPermanent(new PgException("the database system is shutting down", "FATAL", "57P03", null)))
                .isFalse();
    }
}
