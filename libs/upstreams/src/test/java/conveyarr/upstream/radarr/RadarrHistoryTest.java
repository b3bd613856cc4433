package conveyarr.upstream.radarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conveyarr.upstream.ArrApp;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeHistory;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.AtArr;
import conveyarr.upstream.UpstreamTrouble.Busy;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A history that is longer than one page: the reading that all programs of the family have in common. */
@QuarkusTest
class RadarrHistoryTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private final FakeServer server = new FakeServer();
    private final ArrApp radarr = (ArrApp) new RadarrKind().open("radarr", At.url(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void three_pages_are_read_down_to_the_moment_that_is_asked_for_and_no_further() {
        FakeHistory.at(server, "v3", rows(1, 1001));
        assertThat(numbers(since(501))).isEqualTo(range(501, 1001));
        assertThat(server.asked("/api/v3/history?")).isEqualTo(3);
        assertThat(numbers(since(0))).isEqualTo(range(1, 1001));
    }

    /** Weeks in which nothing happens are asked for at every poll; a page would bring rows from before them each time. */
    @Test
    void what_was_read_a_moment_ago_is_asked_for_in_one_answer_and_what_lies_before_it_in_pages() {
        FakeHistory.at(server, "v3", rows(1, 601));
        assertThat(numbers(since(590))).isEqualTo(range(590, 601));
        assertThat(numbers(since(590))).isEqualTo(range(590, 601));
        assertThat(numbers(since(595))).isEqualTo(range(595, 601));
        assertThat(server.asked("/api/v3/history?")).isEqualTo(1);
        assertThat(server.asked("/api/v3/history/since")).isEqualTo(2);
        assertThat(numbers(since(150))).isEqualTo(range(150, 601));
        assertThat(server.asked("/api/v3/history?")).isEqualTo(3);
    }

    @Test
    void rows_that_are_written_while_it_turns_the_page_hide_none_and_double_none() {
        var history = FakeHistory.at(server, "v3", rows(1, 600));
        server.on("/api/v3/history?", asked -> {
            long page = server.asked("/api/v3/history?");
            if (page > 1 && page < 4) {
                history.write(rows(600 + 10 * page, 610 + 10 * page));
            }
            return Answer.json(history.page(asked));
        });
        assertThat(numbers(since(1))).startsWith(1L).doesNotHaveDuplicates().containsAll(range(1, 600));
    }

    @Test
    void a_page_that_fails_in_the_middle_gives_nothing_and_the_next_round_gives_all() {
        var history = FakeHistory.at(server, "v3", rows(1, 600));
        server.on(
                "/api/v3/history?",
                asked -> server.asked("/api/v3/history?") == 2 ? Answer.status(503) : Answer.json(history.page(asked)));
        assertThatThrownBy(() -> since(1)).isInstanceOf(Busy.class);
        assertThat(numbers(since(1))).isEqualTo(range(1, 600));
    }

    @Test
    void of_more_than_one_round_holds_the_oldest_come_first_and_the_rest_from_there() {
        FakeHistory.at(server, "v3", rows(1, 5301));
        var first = numbers(since(1));
        assertThat(first).isEqualTo(range(1, 5001));
        assertThat(numbers(since(first.getLast()))).isEqualTo(range(5000, 5301));
    }

    /** Half of the rows of a season would be half of the season; an earlier number behind a later one would look like a reset database. */
    @Test
    void a_round_ends_neither_within_a_moment_nor_before_a_row_that_was_written_late() {
        var oneMoment = rows(4990, 5011).replaceAll("\"date\":\"[^\"]*\"", "\"date\":\"" + at(4990) + "\"");
        var history =
                FakeHistory.at(server, "v3", rows(1, 4990)).write(oneMoment).write(rows(5011, 5301));
        assertThat(numbers(since(1))).isEqualTo(range(1, 4990));

        history.write(rows(6000, 6001).replace(at(6000).toString(), at(4980).toString()));
        assertThat(numbers(since(1))).isEqualTo(range(1, 4980));
        assertThat(numbers(since(4979))).contains(4980L, 6000L, 5300L);
    }

    /** A mass of rows within an hour could not be passed otherwise: each round would begin with the same ones. */
    @Test
    void what_happened_within_the_first_hour_comes_whole_whatever_it_is() {
        FakeHistory.at(server, "v3", rows(1, 5301).replaceAll("2026-02-\\d\\dT\\d\\d:\\d\\d", "2026-02-01T12:00"));
        assertThat(radarr.history(NOON).await().atMost(SOON)).hasSize(5300);
    }

    @Test
    void a_program_that_shows_the_same_page_for_ever_is_read_once() {
        String one = "{\"records\":%s}".formatted(rows(1, 11));
        server.on("/api/v3/history?", Answer.json(one));
        assertThat(numbers(since(0))).isEqualTo(range(1, 11));
        assertThat(server.asked("/api/v3/history?")).isEqualTo(2);
    }

    private List<Sighting> since(long row) {
        return radarr.history(at(row)).await().atMost(SOON);
    }

    private static List<Long> numbers(List<Sighting> seen) {
        return seen.stream()
                .map(one -> ((AtArr) one).trace().row().orElseThrow())
                .toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private static Instant at(long row) {
        return NOON.plusSeconds(row * 30);
    }

    private static String rows(long from, long to) {
        var row = """
                {"id":%1$d,"movieId":%1$d,"eventType":"downloadFailed","date":"%2$s","sourceTitle":"Movie %1$d","downloadId":"D%1$d",
                 "movie":{"id":%1$d,"tmdbId":%1$d,"title":"Movie"},"data":{"message":"gone"}}""";
        return LongStream.range(from, to)
                .mapToObj(n -> row.formatted(n, at(n)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
