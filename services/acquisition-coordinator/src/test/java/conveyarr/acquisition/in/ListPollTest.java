package conveyarr.acquisition.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Generation;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.Pursuit;
import conveyarr.acquisition.core.Signal;
import conveyarr.acquisition.core.Signal.Listed;
import conveyarr.acquisition.core.Signal.Removed;
import conveyarr.acquisition.core.Signal.Title;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.upstream.ArrApp.ListedTitle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListPollTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private final List<Kept> ten =
            IntStream.rangeClosed(1, 10).mapToObj(ListPollTest::kept).toList();

    @Test
    void what_the_list_lacks_was_removed_under_the_name_that_the_hook_would_have() {
        List<Signal> gone = ListPoll.gone(ten, listed(1, 9));
        assertThat(gone).singleElement().isInstanceOfSatisfying(Removed.class, removed -> {
            assertThat(removed.media()).isEqualTo(MediaId.movie(10));
            assertThat(removed.occurrence().id())
                    .isEqualTo(Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("deleted", 110))
                            .id());
        });
        assertThat(ListPoll.gone(ten, listed(1, 10))).isEmpty();
    }

    @Test
    void a_list_that_lacks_most_of_it_is_that_of_another_program() {
        assertThat(ListPoll.gone(ten, List.of())).isEmpty();
        assertThat(ListPoll.gone(ten, listed(1, 4))).isEmpty();
        assertThat(ListPoll.gone(ten, listed(1, 5))).hasSize(5);
        assertThat(ListPoll.gone(ten.subList(0, 1), List.of())).isEmpty();
        // Few that are followed are no proof either: all five are missing from a list of others.
        assertThat(ListPoll.gone(ten.subList(0, 5), listed(6, 10))).isEmpty();
    }

    private static List<ListedTitle> listed(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> new ListedTitle(100 + n, MediaId.movie(n), true, true, Optional.empty(), true))
                .toList();
    }

    private static Kept kept(int number) {
        var seen = Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("added", 100 + number));
        var title = new Title("Movie", Optional.empty(), new Generation(0, 100 + number));
        Acquisition state = new Pursuit()
                .on(new Acquisition.Unknown(), new Listed(seen, MediaId.movie(number), title))
                .state();
        return new Kept("radarr", MediaId.movie(number), state);
    }
}
