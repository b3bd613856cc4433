package conveyarr.upstream.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.MediaBrowserShelves;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Item;
import conveyarr.upstream.MediaServerContract;
import conveyarr.upstream.Shelves;
import conveyarr.upstream.UpstreamKind;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JellyfinTest implements MediaServerContract {
    private final FakeServer server = new FakeServer();
    private final MediaServer jellyfin = (MediaServer) kind().open("jellyfin", At.url(server.url()));

    @Override
    public UpstreamKind kind() {
        return new JellyfinKind();
    }

    @Override
    public Shelves shelves() {
        return new MediaBrowserShelves("");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asks_for_a_scan_with_the_header_that_all_versions_take_and_the_one_of_old_times() {
        server.on("/Library/Media/Updated", Answer.status(204));
        jellyfin.scan("/media/movies/The General (1926)").await().atMost(SOON);
        var call = server.asked().getFirst();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.header("Authorization")).isEqualTo("MediaBrowser Token=\"" + At.SECRET + "\"");
        assertThat(call.header("X-Emby-Token")).isEqualTo(At.SECRET);
        assertThat(call.body())
                .isEqualTo(
                        "{\"Updates\":[{\"Path\":\"/media/movies/The General (1926)\",\"UpdateType\":\"Created\"}]}");
    }

    @Test
    void asks_for_the_ids_of_those_of_the_name() {
        server.on("/Items", Answer.json("""
                {"Items":[
                 {"Name":"The General","Id":"c3","Path":"/media/movies/g.mkv","ProviderIds":{"Tmdb":"961"},"Type":"Movie"}
                ],"TotalRecordCount":3,"StartIndex":0}"""));
        var wanted = new MediaServer.Wanted(THE_GENERAL.media(), "The General & more", GENERAL);
        assertThat(jellyfin.find(wanted).await().atMost(SOON))
                .contains(new Item("c3", "The General", Optional.of("/media/movies/g.mkv")));
        assertThat(server.asked().getFirst().pathAndQuery())
                .startsWith("/Items?")
                .contains("Recursive=true", "Limit=200", "IncludeItemTypes=Movie", "Fields=Path%2CProviderIds")
                .containsPattern("searchTerm=The(\\+|%20)General(\\+|%20)%26(\\+|%20)more");
    }

    @Test
    void asks_for_the_newest_when_the_name_is_not_known() {
        server.on("/Items", Answer.json("{\"Items\":[]}"));
        assertThat(jellyfin.find(THE_GENERAL).await().atMost(SOON)).isEmpty();
        assertThat(server.asked().getLast().pathAndQuery())
                .contains("SortBy=DateCreated", "SortOrder=Descending", "Limit=100", "IncludeItemTypes=Movie");
    }

    @Test
    void a_file_of_several_episodes_counts_for_each() {
        server.on("/Shows/s1/Episodes", Answer.json("""
                {"Items":[{"Id":"e1","Name":"Both","ParentIndexNumber":1,"IndexNumber":1,"IndexNumberEnd":2,
                 "LocationType":"FileSystem"},{"Id":"e2","Name":"No number"}]}"""));
        server.on(
                "/Items",
                Answer.json("{\"Items\":[{\"Name\":\"Show\",\"Id\":\"s1\",\"ProviderIds\":{\"Tvdb\":\"81189\"}}]}"));
        assertThat(jellyfin.find(SHOW).await().atMost(SOON).orElseThrow().episodes())
                .flatExtracting(MediaServer.Episode::numbers)
                .extracting(number -> number.code())
                .containsExactly("S01E01", "S01E02");
    }

    @Test
    void tells_its_version() {
        server.on("/System/Info", Answer.json("{\"ServerName\":\"jelly\",\"Version\":\"10.11.0\",\"Id\":\"8f\"}"));
        assertThat(jellyfin.probe().await().atMost(SOON).version()).isEqualTo("10.11.0");
    }
}
