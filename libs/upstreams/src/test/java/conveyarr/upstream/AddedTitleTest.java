package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.upstream.ArrApp.Addition;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.Sighting.TitleAdded;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of an *arr and its hook say the same of a title that was added. */
@QuarkusTest
class AddedTitleTest {
    private static final Instant ADDED = Instant.parse("2026-02-01T09:00:05Z");

    @Inject
    @All
    List<UpstreamKind> kinds;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_movie() {
        String movie = Samples.text("radarr/6.0.3-source/api-movie.json");
        assertThatBothAgree("radarr", movie, "radarr/6.0.3-source/webhook-movie-added.json");
    }

    @Test
    void a_series() {
        String hook = "sonarr/4.0.19-source/webhook-series-add.json";
        String series = """
                {"id":7,"tvdbId":999001,"title":"Example Show","year":2024,"added":"%s","status":"continuing"}""";
        assertThatBothAgree("sonarr", series.formatted(ADDED), hook);
    }

    private void assertThatBothAgree(String word, String title, String hook) {
        UpstreamKind kind = kinds.stream()
                .filter(one -> one.kind().equals(word))
                .findFirst()
                .orElseThrow();
        server.on("/api/v3/", Answer.json("[" + title + "]"));
        var arr = (ArrApp) kind.open("arr", At.url(server.url()));
        ListedTitle listed = arr.titles().await().atMost(Duration.ofSeconds(5)).getFirst();
        Addition added = listed.added().orElseThrow();
        assertThat(added.at()).isEqualTo(ADDED);
        var told = (TitleAdded) kind.hooks()
                .orElseThrow()
                .read("arr", Instant.EPOCH, Samples.bytes(hook))
                .sightings()
                .getFirst();
        assertThat(told.title()).isEqualTo(added.title());
        assertThat(told.media()).isEqualTo(listed.media());
        assertThat(told.occurrence().id())
                .isEqualTo(Occurrence.at(added.at(), Via.HISTORY, "arr", ArrKeys.added(listed.number()))
                        .id());
    }
}
