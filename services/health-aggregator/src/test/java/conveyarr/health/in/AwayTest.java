package conveyarr.health.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.flow.http.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AwayTest {
    @Test
    void a_database_that_is_away_means_try_again_later() {
        var answer = ((WebApplicationException) failure(new IOException("connection refused"))).getResponse();
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(((Problem) answer.getEntity()).hint()).contains("Nothing is lost");
    }

    @Test
    void an_answer_that_was_meant_stays_as_it_is() {
        assertThat(failure(new NotFoundException())).isInstanceOf(NotFoundException.class);
    }

    private static Throwable failure(Throwable trouble) {
        return Away.answered(Uni.createFrom().failure(trouble))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .getFailure();
    }
}
