package conveyarr.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrOrder.Remove;
import conveyarr.upstream.ArrOrder.Rescan;
import conveyarr.upstream.ArrOrder.Search;
import conveyarr.upstream.ArrShelf.Marks;
import conveyarr.upstream.ArrShelf.Stock;
import conveyarr.upstream.ArrShelf.StockFile;
import conveyarr.upstream.FakeServer.Answer;
import conveyarr.upstream.FakeServer.Asked;
import conveyarr.upstream.Sighting.Title;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the *arrs whose titles are works of an artist or an author are told, and what they list, on answers written from their source. */
public abstract class ArrOrdersContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String DOWNLOAD = "8F3A1C0D5E7B92A46C1D0F3E5B7A9C2D4E6F8A10";

    private final FakeServer server = new FakeServer();
    private final ArrApp arr;
    private final Sample sample;

    /**
     * How one of them says it: {@code resource} is where it lists its works, {@code listed} such a list, {@code row} a row of its queue with a place
     * for the download, {@code otherRow} the same of another work, {@code unknown} how rows without a work are asked for.
     */
    public record Sample(
            MediaId work,
            String resource,
            String listed,
            String row,
            String otherRow,
            String unknown,
            Sent sent,
            Stocked stocked) {}

    /** The commands, as parts of what is sent. */
    public record Sent(List<String> search, List<String> rescan) {}

    /** {@code files} is where the files of the work are, {@code listed} a list with one work that has none, {@code title} that of the other. */
    public record Stocked(String files, String listed, Title title) {}

    protected ArrOrdersContract(UpstreamKind kind, String name, Sample sample) {
        this.arr = (ArrApp) kind.open(name, At.url(server.url()));
        this.sample = sample;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void removes_the_row_that_has_both_our_download_and_our_work() {
        server.on("/api/v1/queue/", Answer.json("{}"));
        server.on("/api/v1/queue?", Answer.json(sample.row().formatted(DOWNLOAD.toLowerCase())));
        assertThat(order(new Remove(sample.work(), DOWNLOAD, true, false))).isEqualTo(Outcome.DONE);
        Asked call = server.asked().getLast();
        assertThat(call.method()).isEqualTo("DELETE");
        assertThat(call.pathAndQuery())
                .startsWith("/api/v1/queue/31?")
                .contains("removeFromClient=true", "blocklist=true", "skipRedownload=true");
        assertThat(server.asked().getFirst().pathAndQuery()).contains(sample.unknown());
    }

    @Test
    void touches_no_other_work() {
        server.on("/api/v1/queue?", Answer.json(sample.otherRow().formatted(DOWNLOAD)));
        assertThat(order(new Remove(sample.work(), DOWNLOAD, true, false)))
                .isEqualTo(new Outcome.NotThere(Set.of(DOWNLOAD)));
        assertThat(server.asked()).extracting(Asked::method).containsOnly("GET");
    }

    @Test
    void searches_and_rescans_under_its_own_number() {
        server.on(sample.resource(), Answer.json(sample.listed()));
        server.on("/api/v1/command", Answer.json("{\"id\":1,\"name\":\"Some\",\"status\":\"queued\"}"));
        assertThat(order(new Search(sample.work(), Optional.empty()))).isEqualTo(Outcome.DONE);
        assertThat(sent()).contains(sample.sent().search());
        order(new Rescan(sample.work()));
        assertThat(sent()).contains(sample.sent().rescan());
    }

    @Test
    void its_stock_is_every_file_of_every_work() {
        server.on(sample.stocked().files(), Answer.json("""
            [{"id":70,"path":"/m/1","size":4,"dateAdded":"2026-02-01T12:00:00Z","quality":{"quality":{"name":"Good"}}},
             {"id":71,"path":"/m/2","size":5,"dateAdded":"2026-02-01T12:00:00Z"}]\
            """));
        server.on(sample.resource(), Answer.json(sample.stocked().listed()));
        var shelf = arr.shelf().orElseThrow();
        var stock = shelf.stock().collect().asList().await().atMost(SOON).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(stock).hasSize(2);
        var marks = new Marks(Optional.of("Good"), Optional.empty(), Optional.empty());
        var file = new StockFile(70, "/m/1", 4, Instant.parse("2026-02-01T12:00:00Z"), marks, Optional.empty());
        assertThat(stock.getFirst())
                .isEqualTo(new Stock(sample.work(), sample.stocked().title(), file));
    }

    private Outcome order(ArrOrder order) {
        return arr.carryOut(order).await().atMost(SOON);
    }

    private String sent() {
        List<Asked> all = server.asked();
        assertThat(all.getLast().method()).isEqualTo("POST");
        return all.getLast().body();
    }
}
