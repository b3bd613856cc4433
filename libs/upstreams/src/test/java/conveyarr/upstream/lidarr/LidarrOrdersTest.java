package conveyarr.upstream.lidarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrOrder;
import conveyarr.upstream.ArrOrder.Remove;
import conveyarr.upstream.ArrOrder.Rescan;
import conveyarr.upstream.ArrOrder.Search;
import conveyarr.upstream.ArrShelf.Marks;
import conveyarr.upstream.ArrShelf.Stock;
import conveyarr.upstream.ArrShelf.StockFile;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.Sighting.Title;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Lidarr is told, and what it lists, on answers written from its source. */
@QuarkusTest
class LidarrOrdersTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final MediaId WORK = MediaId.album("66666666-7777-8888-9999-000000000000");
    private static final String DOWNLOAD = "8F3A1C0D5E7B92A46C1D0F3E5B7A9C2D4E6F8A10";
    private static final String LISTED = """
            [{"id":8,"foreignAlbumId":"00000000-7777-8888-9999-000000000000"},
             {"id":9,"foreignAlbumId":"66666666-7777-8888-9999-000000000000","monitored":true,"releaseDate":"2020-01-01T00:00:00Z","statistics":{"trackFileCount":3,"percentOfTracks":30.0}}]""";
    private static final String ROW = """
            {"records":[{"id":31,"albumId":9,"album":{"id":9,"foreignAlbumId":"66666666-7777-8888-9999-000000000000","title":"Example Album"},
             "title":"Example","status":"Downloading","downloadId":"%s"}]}""";

    private final FakeServer server = new FakeServer();
    private final ArrApp lidarr = (ArrApp) new LidarrKind().open("lidarr", At.url(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void removes_the_row_that_has_both_our_download_and_our_album() {
        server.on("/api/v1/queue/", Answer.json("{}"));
        server.on("/api/v1/queue?", Answer.json(ROW.formatted(DOWNLOAD.toLowerCase())));
        assertThat(order(new Remove(WORK, DOWNLOAD, true, false))).isEqualTo(Outcome.DONE);
        Asked call = server.asked().getLast();
        assertThat(call.method()).isEqualTo("DELETE");
        assertThat(call.pathAndQuery())
                .startsWith("/api/v1/queue/31?")
                .contains("removeFromClient=true", "blocklist=true", "skipRedownload=true");
        assertThat(server.asked().getFirst().pathAndQuery()).contains("includeUnknownArtistItems=true");
    }

    @Test
    void touches_no_other_album() {
        server.on("/api/v1/queue?", Answer.json(ROW.formatted(DOWNLOAD).replace("66666666", "77777777")));
        assertThat(order(new Remove(WORK, DOWNLOAD, true, false))).isEqualTo(new Outcome.NotThere(Set.of(DOWNLOAD)));
        assertThat(server.asked()).extracting(Asked::method).containsOnly("GET");
    }

    @Test
    void searches_and_rescans_under_its_own_number() {
        server.on("/api/v1/album", Answer.json(LISTED));
        server.on("/api/v1/command", Answer.json("{\"id\":1,\"name\":\"AlbumSearch\",\"status\":\"queued\"}"));
        assertThat(order(new Search(WORK, Optional.empty()))).isEqualTo(Outcome.DONE);
        assertThat(sent()).contains("\"name\":\"AlbumSearch\"", "\"albumIds\":[9]");
        order(new Rescan(WORK));
        assertThat(sent()).contains("\"name\":\"RefreshAlbum\"", "\"albumId\":9");
    }

    @Test
    void its_stock_is_every_file_of_every_album() {
        server.on("/api/v1/trackfile?albumId=9", Answer.json("""
                [{"id":70,"path":"/m/1","size":4,"dateAdded":"2026-02-01T12:00:00Z","quality":{"quality":{"name":"Good"}}},
                 {"id":71,"path":"/m/2","size":5,"dateAdded":"2026-02-01T12:00:00Z"}]"""));
        server.on("/api/v1/album", Answer.json("""
                [{"id":5,"title":"None","foreignAlbumId":"00000000-7777-8888-9999-000000000000","statistics":{"trackFileCount":0}},
                 {"id":9,"title":"Example Album","foreignAlbumId":"66666666-7777-8888-9999-000000000000","releaseDate":"2020-01-01T00:00:00Z","statistics":{"trackFileCount":2}}]"""));
        var shelf = lidarr.shelf().orElseThrow();
        var stock = shelf.stock().collect().asList().await().atMost(SOON).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(stock).hasSize(2);
        var marks = new Marks(Optional.of("Good"), Optional.empty(), Optional.empty());
        var file = new StockFile("/m/1", 4, Instant.parse("2026-02-01T12:00:00Z"), marks, Optional.empty());
        assertThat(stock.getFirst()).isEqualTo(new Stock(WORK, new Title("Example Album", Optional.of(2020)), file));
    }

    private Outcome order(ArrOrder order) {
        return lidarr.carryOut(order).await().atMost(SOON);
    }

    private String sent() {
        List<Asked> all = server.asked();
        assertThat(all.getLast().method()).isEqualTo("POST");
        return all.getLast().body();
    }
}
