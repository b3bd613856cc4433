package conveyarr.upstream.readarr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.At;
import conveyarr.upstream.FakeHistory;
import conveyarr.upstream.FakeServer;
import conveyarr.upstream.Samples;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.FileRemoved;
import conveyarr.upstream.Sighting.Grabbed;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.TitleRemoved;
import conveyarr.upstream.UpstreamContract;
import conveyarr.upstream.UpstreamKind;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadarrTest implements UpstreamContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final String FOLDER = "readarr/4fb62c07-source/";

    @Override
    public UpstreamKind kind() {
        return new ReadarrKind();
    }

    @Test
    void every_sample_is_understood() {
        assertThat(Samples.hooks("readarr/4fb62c07-source"))
                .allMatch(sample -> read(Samples.bytes(sample)).understood());
    }

    @Test
    void history_and_hook_of_the_same_fact_have_the_same_id_and_tell_the_same() {
        List<Sighting> history = history();
        assertThat(history).hasExactlyElementsOfTypes(Grabbed.class, Imported.class);
        assertThat(history).allMatch(seen -> seen.media().equals(new MediaId("book:goodreads:5678")));
        assertThat(history.getFirst())
                .usingRecursiveComparison()
                .ignoringFields("trace.at", "trace.via", "trace.row")
                .isEqualTo(hooked("grab"));
        assertThat(history.get(1))
                .usingRecursiveComparison()
                .ignoringFields("trace.at", "trace.via", "trace.row")
                .isEqualTo(hooked("download"));
    }

    @Test
    void a_book_that_is_removed_is_told_and_of_an_author_none_is_named() {
        assertThat(hooked("book-delete")).isInstanceOfSatisfying(TitleRemoved.class, removed -> {
            assertThat(removed.media()).isEqualTo(MediaId.book("5678"));
            assertThat(removed.filesDeleted()).isTrue();
        });
        assertThat(read(Samples.bytes(FOLDER + "webhook-author-delete.json")).sightings())
                .isEmpty();
    }

    @Test
    void a_file_that_is_deleted_is_told_by_its_hook() {
        var hook = read("""
                {"author":{"id":2},"book":{"id":6,"goodreadsId":"5678","title":"Example Book"},
                 "bookFile":{"id":300,"path":"/books/b.epub","size":4},"deleteReason":"manual","eventType":"BookFileDelete"}""".getBytes()).sightings();
        assertThat(hook).hasSize(1).first().isInstanceOfSatisfying(FileRemoved.class, removed -> {
            assertThat(removed.media()).isEqualTo(MediaId.book("5678"));
            assertThat(removed.file().path()).isEqualTo("/books/b.epub");
            assertThat(removed.file().reason()).isEqualTo("by-hand");
        });
    }

    private List<Sighting> history() {
        try (var server = new FakeServer()) {
            FakeHistory.at(server, "v1", Samples.text(FOLDER + "api-history-since.json"));
            var readarr = (ArrApp) kind().open("readarr", At.url(server.url()));
            return readarr.history(NOON.minus(Duration.ofDays(1))).await().atMost(SOON);
        }
    }

    private Sighting hooked(String sample) {
        return read(Samples.bytes(FOLDER + "webhook-" + sample + ".json"))
                .sightings()
                .getFirst();
    }

    private conveyarr.upstream.HookReader.Reading read(byte[] body) {
        return kind().hooks().orElseThrow().read("readarr", NOON, body);
    }
}
