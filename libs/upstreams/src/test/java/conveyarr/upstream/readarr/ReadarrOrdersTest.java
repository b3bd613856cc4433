package conveyarr.upstream.readarr;

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

/** What Readarr is told, and what it lists, on answers written from its source. */
@QuarkusTest
class ReadarrOrdersTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final MediaId WORK = MediaId.book("5678");
    private static final String DOWNLOAD = "8F3A1C0D5E7B92A46C1D0F3E5B7A9C2D4E6F8A10";
    private static final String LISTED = """
            [{"id":5,"foreignBookId":"1"},
             {"id":6,"foreignBookId":"5678","monitored":true,"releaseDate":"2019-05-01T00:00:00Z","statistics":{"bookFileCount":0}}]""";
    private static final String ROW = """
            {"records":[{"id":31,"bookId":6,"book":{"id":6,"foreignBookId":"5678","title":"Example Book"},
             "title":"Example","status":"Downloading","downloadId":"%s"}]}""";

    private final FakeServer server = new FakeServer();
    private final ArrApp readarr = (ArrApp) new ReadarrKind().open("readarr", At.url(server.url()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void removes_the_row_that_has_both_our_download_and_our_book() {
        server.on("/api/v1/queue/", Answer.json("{}"));
        server.on("/api/v1/queue?", Answer.json(ROW.formatted(DOWNLOAD.toLowerCase())));
        assertThat(order(new Remove(WORK, DOWNLOAD, true, false))).isEqualTo(Outcome.DONE);
        Asked call = server.asked().getLast();
        assertThat(call.method()).isEqualTo("DELETE");
        assertThat(call.pathAndQuery())
                .startsWith("/api/v1/queue/31?")
                .contains("removeFromClient=true", "blocklist=true", "skipRedownload=true");
        assertThat(server.asked().getFirst().pathAndQuery()).contains("includeUnknownAuthorItems=true");
    }

    @Test
    void touches_no_other_book() {
        server.on("/api/v1/queue?", Answer.json(ROW.formatted(DOWNLOAD).replace("5678", "9")));
        assertThat(order(new Remove(WORK, DOWNLOAD, true, false))).isEqualTo(new Outcome.NotThere(Set.of(DOWNLOAD)));
        assertThat(server.asked()).extracting(Asked::method).containsOnly("GET");
    }

    @Test
    void searches_and_rescans_under_its_own_number() {
        server.on("/api/v1/book", Answer.json(LISTED));
        server.on("/api/v1/command", Answer.json("{\"id\":1,\"name\":\"BookSearch\",\"status\":\"queued\"}"));
        assertThat(order(new Search(WORK, Optional.empty()))).isEqualTo(Outcome.DONE);
        assertThat(sent()).contains("\"name\":\"BookSearch\"", "\"bookIds\":[6]");
        order(new Rescan(WORK));
        assertThat(sent()).contains("\"name\":\"RefreshBook\"", "\"bookId\":6");
    }

    @Test
    void its_stock_is_every_file_of_every_book() {
        server.on("/api/v1/bookfile?bookId=6", Answer.json("""
                [{"id":70,"path":"/m/1","size":4,"dateAdded":"2026-02-01T12:00:00Z","quality":{"quality":{"name":"Good"}}},
                 {"id":71,"path":"/m/2","size":5,"dateAdded":"2026-02-01T12:00:00Z"}]"""));
        server.on("/api/v1/book", Answer.json("""
                [{"id":5,"title":"None","foreignBookId":"1","statistics":{"bookFileCount":0}},
                 {"id":6,"title":"Example Book","foreignBookId":"5678","releaseDate":"2019-05-01T00:00:00Z","statistics":{"bookFileCount":2}}]"""));
        var shelf = readarr.shelf().orElseThrow();
        var stock = shelf.stock().collect().asList().await().atMost(SOON).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(stock).hasSize(2);
        var marks = new Marks(Optional.of("Good"), Optional.empty(), Optional.empty());
        var file = new StockFile("/m/1", 4, Instant.parse("2026-02-01T12:00:00Z"), marks, Optional.empty());
        assertThat(stock.getFirst()).isEqualTo(new Stock(WORK, new Title("Example Book", Optional.of(2019)), file));
    }

    private Outcome order(ArrOrder order) {
        return readarr.carryOut(order).await().atMost(SOON);
    }

    private String sent() {
        List<Asked> all = server.asked();
        assertThat(all.getLast().method()).isEqualTo("POST");
        return all.getLast().body();
    }
}
