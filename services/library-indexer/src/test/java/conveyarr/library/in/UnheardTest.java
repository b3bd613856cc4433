package conveyarr.library.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Lives;
import conveyarr.events.MediaId;
import conveyarr.events.Trace;
import conveyarr.events.Via;
import conveyarr.library.core.Signal;
import conveyarr.upstream.ArrKeys;
import conveyarr.upstream.ArrLives;
import conveyarr.upstream.ArrShelf.Marks;
import conveyarr.upstream.ArrShelf.Stock;
import conveyarr.upstream.ArrShelf.StockFile;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.Imported;
import conveyarr.upstream.Sighting.ImportedFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person puts a file into the folder of a movie: the *arr has it, and neither sends a hook nor writes a row. */
class UnheardTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant EVENING = NOON.plusSeconds(6 * 3600);
    private static final Sighting.Title NAME = new Sighting.Title("The Matrix", Optional.of(1999));

    @Test
    void it_is_told_at_its_own_time_under_the_id_of_the_hook() {
        var found = Signals.of(
                ArrLives.placed(Lives.FIRST, Unheard.sightings("radarr", List.of(stock(42, NOON)), List.of())));
        var hooked = Signals.of(ArrLives.placed(Lives.FIRST, List.of(imported(42, Via.HOOK))));
        assertThat(found).singleElement().isInstanceOfSatisfying(Signal.Imported.class, one -> {
            assertThat(one.occurrence().id())
                    .isEqualTo(hooked.getFirst().occurrence().id());
            assertThat(one.occurrence().at()).isEqualTo(NOON);
            assertThat(one.occurrence().via()).isEqualTo(Via.POLL);
            assertThat(one.file().path()).isEqualTo("/movies/42.mkv");
            assertThat(one.title()).isEqualTo("The Matrix");
        });
    }

    @Test
    void what_the_history_has_is_left_to_it() {
        assertThat(Unheard.sightings(
                        "radarr", List.of(stock(42, NOON), stock(43, NOON)), List.of(imported(42, Via.HISTORY))))
                .singleElement()
                .satisfies(one -> assertThat(((Imported) one).file().id()).isEqualTo(43));
    }

    @Test
    void neither_what_was_there_before_nor_what_comes_just_now_is_news() {
        assertThat(Unheard.isNews(stock(1, NOON.plusSeconds(1)), NOON, EVENING)).isTrue();
        assertThat(Unheard.isNews(stock(1, NOON), NOON, EVENING)).isFalse();
        assertThat(Unheard.isNews(stock(1, EVENING.minusSeconds(5)), NOON, EVENING))
                .isFalse();
        assertThat(Unheard.isNews(stock(0, NOON.plusSeconds(1)), NOON, EVENING)).isFalse();
    }

    private static Stock stock(long number, Instant added) {
        var marks = new Marks(Optional.of("Bluray-1080p"), Optional.empty(), Optional.empty());
        var file = new StockFile(number, "/movies/" + number + ".mkv", 7, added, marks, Optional.empty());
        return new Stock(MediaId.movie(603), NAME, file);
    }

    private static Sighting imported(long number, Via via) {
        var file = new ImportedFile(number, "/movies/x.mkv", 7, Optional.empty(), false, Optional.empty());
        var trace = Trace.of(NOON.plusSeconds(3), via, "radarr", ArrKeys.imported(number));
        return new Imported(trace, MediaId.movie(603), NAME, Optional.empty(), file);
    }
}
