package conveyarr.upstream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.UpstreamTrouble.Unreachable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What holds for every upstream in trouble, of whatever kind: each trouble is told by its type, and no secret is told at all. */
public interface UpstreamContract {
    UpstreamKind kind();

    @Test
    default void tells_that_nothing_answers() {
        var gone = new FakeServer();
        gone.close();
        assertThat(trouble(gone.url())).isInstanceOf(Unreachable.class).hasMessageContaining("connection refused");
    }

    @Test
    default void tells_that_the_host_is_unknown() {
        assertThat(trouble(URI.create("http://no-such-host.invalid"))).isInstanceOf(Unreachable.class);
    }

    @Test
    default void tells_that_no_answer_comes_in_time() {
        var never = new CountDownLatch(1);
        try (var slow = new FakeServer().on("/", _ -> {
            waitFor(never);
            return Answer.status(200);
        })) {
            assertThat(trouble(slow.url())).isInstanceOf(Unreachable.class).hasMessageContaining("no answer in time");
        } finally {
            never.countDown();
        }
    }

    @Test
    default void tells_that_the_credentials_are_refused() {
        assertThat(troubleWith(Answer.status(401))).isInstanceOf(Refused.class);
        assertThat(troubleWith(Answer.status(403))).isInstanceOf(Refused.class);
    }

    @Test
    default void tells_that_it_cannot_answer_now() {
        assertThat(troubleWith(Answer.status(503))).isInstanceOf(Busy.class);
        assertThat(troubleWith(Answer.status(429))).isInstanceOf(Busy.class);
        assertThat(troubleWith(Answer.text(500, "stack trace"))).isInstanceOf(Busy.class);
    }

    @Test
    default void tells_that_the_url_base_may_be_wrong() {
        var redirect = new Answer(307, Map.of("Location", "/base/"), "");
        assertThat(troubleWith(redirect))
                .isInstanceOf(Nonsense.class)
                .hasMessageContaining("redirects to /base/ (HTTP 307); check the URL base");
        var login = new Answer(302, Map.of("Location", "http://127.0.0.1/login?returnUrl=%2Fapi&key=SECRET"), "");
        assertThat(troubleWith(login))
                .isInstanceOf(Nonsense.class)
                .hasMessageContaining("redirects to /login (HTTP 302); check the URL base")
                .hasMessageNotContaining("SECRET");
        assertThat(troubleWith(Answer.status(404)))
                .isInstanceOf(Nonsense.class)
                .hasMessageContaining("check the URL base");
        assertThat(troubleWith(Answer.page())).isInstanceOf(Nonsense.class).hasMessageContaining("check the URL base");
    }

    @Test
    default void tells_that_the_answer_is_not_its_own() {
        assertThat(troubleWith(Answer.json("{\"half\":"))).isInstanceOf(Nonsense.class);
        assertThat(troubleWith(Answer.json("null"))).isInstanceOf(Nonsense.class);
        assertThat(troubleWith(Answer.status(200))).isInstanceOf(Nonsense.class);
        for (String type : List.of("text/plain", "application/xml", "application/octet-stream", "no type")) {
            assertThat(troubleWith(new Answer(200, Map.of("Content-Type", type), "hello")))
                    .isInstanceOf(Nonsense.class);
        }
        assertThat(troubleWith(new Answer(200, Map.of(), "hello"))).isInstanceOf(Nonsense.class);
    }

    private Throwable troubleWith(Answer answer) {
        try (var server = new FakeServer().on("/", answer)) {
            return trouble(server.url());
        }
    }

    private Throwable trouble(URI url) {
        var upstream = kind().open("the-instance", At.url(url));
        Throwable trouble = catchThrowable(() -> upstream.probe().await().atMost(ofSeconds(9)));
        assertThat(trouble).isInstanceOf(UpstreamTrouble.class).hasMessageContaining("the-instance");
        assertThat(trouble.toString()).doesNotContain(At.SECRET);
        return trouble;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
