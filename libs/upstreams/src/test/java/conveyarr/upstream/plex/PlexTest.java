package conveyarr.upstream.plex;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Item;
import conveyarr.upstream.MediaServerContract;
import conveyarr.upstream.Shelves;
import conveyarr.upstream.UpstreamKind;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlexTest implements MediaServerContract {
    private static final String SECTIONS = """
            {"MediaContainer":{"Directory":[
             {"key":"1","type":"movie","title":"Movies","Location":[{"id":1,"path":"/media/movies"}]},
             {"key":"4","type":"movie","title":"4K","Location":[{"id":2,"path":"/media/movies/4k"}]},
             {"key":"2","type":"show","title":"TV","Location":[{"id":3,"path":"/media/tv"}]}]}}""";

    private final FakeServer server = new FakeServer();
    private final MediaServer plex = (MediaServer) kind().open("plex", At.url(server.url()));

    @Override
    public UpstreamKind kind() {
        return new PlexKind();
    }

    @Override
    public Shelves shelves() {
        return new PlexShelves();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_section_that_has_the_folder_is_asked_for_json_with_the_token() {
        server.on("/library/sections/", Answer.status(200)).on("/library/sections", Answer.json(SECTIONS));
        plex.scan("/media/movies/4k/Big & Small").await().atMost(SOON);
        assertThat(server.asked())
                .extracting(FakeServer.Asked::pathAndQuery)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("/library/sections"),
                        one -> assertThat(one).startsWith("/library/sections/1/refresh?path="),
                        two -> assertThat(two)
                                .matches(
                                        "/library/sections/4/refresh\\?path=(/|%2F)media.*4k(/|%2F)Big(%20|\\+)%26.*"));
        assertThat(server.asked()).allSatisfy(call -> {
            assertThat(call.header("X-Plex-Token")).isEqualTo(At.SECRET);
            assertThat(call.pathAndQuery()).doesNotContain(At.SECRET);
        });
        assertThat(server.asked().getFirst().header("Accept")).contains("application/json");
    }

    @Test
    void the_id_of_an_old_agent_counts_as_well() {
        server.on(
                "/library/sections/1/all",
                Answer.json("{\"MediaContainer\":{\"Metadata\":[{\"ratingKey\":\"7\",\"title\":\"The General\","
                        + "\"guid\":\"com.plexapp.agents.themoviedb://961?lang=en\"}]}}"));
        server.on("/library/sections/", Answer.json("{\"MediaContainer\":{\"size\":0}}"))
                .on("/library/sections", Answer.json(SECTIONS));
        assertThat(plex.find(THE_GENERAL).await().atMost(SOON)).map(Item::id).contains("7");
    }

    @Test
    void tells_its_version() {
        server.on("/", Answer.json("{\"MediaContainer\":{\"version\":\"1.41.0.8994\",\"friendlyName\":\"home\"}}"));
        assertThat(plex.probe().await().atMost(SOON).info()).isEqualTo("Plex 1.41.0.8994");
    }
}
