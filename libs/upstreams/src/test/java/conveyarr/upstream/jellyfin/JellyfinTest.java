package conveyarr.upstream.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Item;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JellyfinTest implements UpstreamContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private final FakeServer server = new FakeServer();
    private final MediaServer jellyfin = (MediaServer) kind().open("jellyfin", At.url(server.url()));

    @Override
    public UpstreamKind kind() {
        return new JellyfinKind();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asks_for_a_scan_with_the_only_header_that_all_versions_take() {
        server.on("/Library/Media/Updated", Answer.status(204));
        jellyfin.scan("/media/movies/The General (1926)").await().atMost(SOON);
        var call = server.asked().getFirst();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.header("Authorization")).isEqualTo("MediaBrowser Token=\"" + At.SECRET + "\"");
        assertThat(call.body())
                .isEqualTo(
                        "{\"Updates\":[{\"Path\":\"/media/movies/The General (1926)\",\"UpdateType\":\"Created\"}]}");
    }

    @Test
    void finds_the_movie_by_its_provider_id_among_those_of_the_name() {
        server.on("/Items", Answer.json("""
                {"Items":[
                 {"Name":"The General","Id":"a1","ProviderIds":{"Imdb":"tt1","Tmdb":"999"}},
                 {"Name":"The General","Id":"b2"},
                 {"Name":"The General","Id":"c3","Path":"/media/movies/g.mkv","ProviderIds":{"Tmdb":"961"},"Type":"Movie"}
                ],"TotalRecordCount":3,"StartIndex":0}"""));
        assertThat(jellyfin.find(MediaId.movie(961), "The General & more")
                        .await()
                        .atMost(SOON))
                .contains(new Item("c3", "The General", Optional.of("/media/movies/g.mkv")));
        assertThat(server.asked().getFirst().pathAndQuery())
                .startsWith("/Items?")
                .contains("Recursive=true", "Limit=200", "IncludeItemTypes=Movie", "Fields=Path%2CProviderIds")
                .containsPattern("searchTerm=The(\\+|%20)General(\\+|%20)%26(\\+|%20)more");
        assertThat(jellyfin.find(MediaId.movie(96), "The General").await().atMost(SOON))
                .isEmpty();
    }

    @Test
    void finds_a_translated_title_among_the_newest() {
        server.on(
                "/Items",
                asked -> Answer.json(
                        asked.pathAndQuery().contains("searchTerm=")
                                ? "{\"Items\":[]}"
                                : "{\"Items\":[{\"Name\":\"Der General\",\"Id\":\"g1\",\"ProviderIds\":{\"Tmdb\":\"961\"}}]}"));
        assertThat(jellyfin.find(MediaId.movie(961), "The General").await().atMost(SOON))
                .map(Item::name)
                .contains("Der General");
        assertThat(server.asked().getLast().pathAndQuery())
                .contains("SortBy=DateCreated", "SortOrder=Descending", "Limit=100", "IncludeItemTypes=Movie");
    }

    @Test
    void a_title_that_nobody_knows_is_not_searched_for() {
        server.on(
                "/Items",
                Answer.json("{\"Items\":[{\"Name\":\"G\",\"Id\":\"g1\",\"ProviderIds\":{\"Tmdb\":\"961\"}}]}"));
        assertThat(jellyfin.find(MediaId.movie(961), " ").await().atMost(SOON)).isPresent();
        assertThat(server.asked()).noneMatch(call -> call.pathAndQuery().contains("searchTerm"));
    }

    @Test
    void looks_for_series_by_the_id_of_tvdb() {
        server.on(
                "/Items",
                Answer.json("{\"Items\":[{\"Name\":\"S\",\"Id\":\"s1\",\"ProviderIds\":{\"Tvdb\":\"81189\"}}]}"));
        assertThat(jellyfin.find(MediaId.series(81189), "S").await().atMost(SOON))
                .map(Item::id)
                .contains("s1");
        assertThat(server.asked().getFirst().pathAndQuery()).contains("IncludeItemTypes=Series");
        assertThat(jellyfin.find(new MediaId("album:musicbrainz:x"), "A")
                        .await()
                        .atMost(SOON))
                .isEmpty();
    }

    @Test
    void tells_its_version() {
        server.on("/System/Info", Answer.json("{\"ServerName\":\"jelly\",\"Version\":\"10.11.0\",\"Id\":\"8f\"}"));
        assertThat(jellyfin.probe().await().atMost(SOON).version()).isEqualTo("10.11.0");
    }
}
