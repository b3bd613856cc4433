package conveyarr.upstream.emby;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.MediaBrowserShelves;
import conveyarr.upstream.MediaServerContract;
import conveyarr.upstream.Shelves;
import conveyarr.upstream.UpstreamKind;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbyTest implements MediaServerContract {
    @Override
    public UpstreamKind kind() {
        return new EmbyKind();
    }

    @Override
    public Shelves shelves() {
        return new MediaBrowserShelves("/emby");
    }

    @Test
    void its_api_begins_at_emby_whether_the_address_says_so_or_not() {
        for (String end : new String[] {"", "/", "/emby", "/emby/"}) {
            try (var server = new FakeServer()
                    .on("/emby/System/Info", Answer.json("{\"ServerName\":\"e\",\"Version\":\"4.8.11.0\"}"))) {
                var emby = kind().open("emby", At.url(server.url()).at(server.url() + end));
                assertThat(emby.probe().await().atMost(SOON).info()).isEqualTo("Emby 4.8.11.0");
                assertThat(server.asked().getFirst().header("X-Emby-Token")).isEqualTo(At.SECRET);
            }
        }
    }
}
