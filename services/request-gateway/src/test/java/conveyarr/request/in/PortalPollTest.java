package conveyarr.request.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Topics;
import conveyarr.events.Via;
import conveyarr.request.GatewayStack;
import conveyarr.request.RequestFlow;
import conveyarr.request.Requests;
import conveyarr.testkit.EmbeddedStack;
import conveyarr.testkit.TopicReader;
import conveyarr.upstream.Sighting.Asked;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.Upstreams;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What answers of a Seerr prove, and what they do not. Each test has a Seerr of its own. */
@QuarkusTest
@WithTestResource(EmbeddedStack.class)
@WithTestResource(GatewayStack.class)
class PortalPollTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final String REQUESTED = "request.requested.v1";
    private static final String WITHDRAWN = "request.withdrawn.v1";

    @Inject
    RequestFlow flow;

    @Inject
    Upstreams upstreams;

    @Inject
    Requests requests;

    @Inject
    SeenRequests seen;

    private PortalPoll poll;

    @BeforeEach
    void a_service_that_has_just_started() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
        poll = new PortalPoll(flow, upstreams, requests, seen);
    }

    @Test
    void empty_answers_and_those_of_a_younger_database_withdraw_nothing() {
        answer("reset", pending("reset", 7, 8001), pending("reset", 9, 8002));
        for (int i = 0; i < 3; i++) {
            answer("reset");
        }
        for (int i = 0; i < 3; i++) {
            answer("reset", pending("reset", 1, 8003));
        }
        eventually(8003, REQUESTED);
        assertThat(events(8001)).containsExactly(REQUESTED);
        assertThat(events(8002)).containsExactly(REQUESTED);
    }

    @Test
    void a_withdrawn_request_that_is_there_again_is_told_again() {
        var mine = pending("undo", 1, 8101);
        var other = pending("undo", 2, 8102);
        answer("undo", mine, other);
        answer("undo", other);
        answer("undo", other);
        answer("undo", mine, other);
        eventually(8101, REQUESTED, WITHDRAWN, REQUESTED);
        answer("undo", mine, other);
        answer("undo", other);
        answer("undo", other);
        eventually(8101, REQUESTED, WITHDRAWN, REQUESTED, WITHDRAWN);
        assertThat(events(8102)).containsExactly(REQUESTED);
    }

    @Test
    void the_newest_request_and_then_the_only_one_are_withdrawn_when_seerr_has_them_no_more() {
        var first = pending("newest", 1, 8301);
        answer("newest", first, pending("newest", 2, 8302));
        answer("newest", first);
        answer("newest", first);
        eventually(8302, REQUESTED, WITHDRAWN);
        assertThat(events(8301)).containsExactly(REQUESTED);
        answer("newest");
        answer("newest");
        eventually(8301, REQUESTED, WITHDRAWN);
    }

    @Test
    void a_request_that_can_never_be_handled_does_not_stop_the_ones_after_it() {
        answer("odd", seen("odd", 1, 8201, null), pending("odd", 2, 8202));
        eventually(8202, REQUESTED);
    }

    /** The second decline is the one whose hook was lost: both answers are the same, and what lies between them is not. */
    @Test
    void a_poll_tells_the_word_that_a_hook_had_contradicted_meanwhile() {
        answer("turns", at(0, Via.POLL, RequestState.DECLINED));
        done(() -> seen.hand(at(60, Via.HOOK, RequestState.APPROVED)));
        answer("turns", at(120, Via.POLL, RequestState.DECLINED));
        answer("turns", at(150, Via.POLL, RequestState.DECLINED));
        eventually(8401, REQUESTED, "request.declined.v1", "request.approved.v1", "request.declined.v1");
        answer("turns", at(90, Via.POLL, RequestState.APPROVED), pending("turns", 2, 8402)); // read long ago
        eventually(8402, REQUESTED);
        assertThat(events(8401)).hasSize(4);
    }

    private static RequestSeen at(int second, Via via, RequestState state) {
        var key = NaturalKey.of("request", 1, state, 1);
        var asked = new Asked("A Movie", Optional.of(2000), "ana", false, List.of(), NOON);
        return new RequestSeen(
                Occurrence.at(NOON.plusSeconds(second), via, "turns", key),
                MediaId.movie(8401),
                new RequestId("turns", 1),
                state,
                asked);
    }

    private void answer(String instance, RequestSeen... answer) {
        done(() -> poll.look(new Scripted(instance, List.of(answer))));
    }

    private static void done(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static RequestSeen pending(String instance, long number, int movie) {
        return seen(instance, number, movie, "ana");
    }

    private static RequestSeen seen(String instance, long number, int movie, String by) {
        var occurrence = Occurrence.at(NOON, Via.POLL, instance, NaturalKey.of("request", number, "PENDING", 1));
        var asked = new Asked("A Movie", Optional.of(2000), by, false, List.of(), NOON);
        return new RequestSeen(
                occurrence, MediaId.movie(movie), new RequestId(instance, number), RequestState.PENDING, asked);
    }

    private static void eventually(int movie, String... events) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(events(movie)).containsExactly(events));
    }

    private static List<String> events(int movie) {
        return TopicReader.eventsAbout(Topics.REQUESTS, "movie:tmdb:" + movie);
    }
}
