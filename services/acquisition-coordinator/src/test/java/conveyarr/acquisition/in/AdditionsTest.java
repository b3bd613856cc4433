package conveyarr.acquisition.in;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Cursors.Cursor;
import conveyarr.upstream.ArrApp.Addition;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.Sighting.TitleAdded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdditionsTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void a_title_whose_hook_was_lost_is_told_under_the_name_of_the_hook_with_its_own_time() {
        var found = since(60, title(101, 30), title(102, 70), title(103, 55));
        assertThat(found)
                .extracting(one -> one.occurrence().at())
                .containsExactly(minute(55), minute(70)); // what came just before may have been missed by the look
        assertThat(found.getLast()).isInstanceOfSatisfying(TitleAdded.class, added -> {
            assertThat(added.media()).isEqualTo(MediaId.movie(102));
            assertThat(added.title()).isEqualTo(new Title("Movie", Optional.of(2001)));
            assertThat(added.occurrence().via()).isEqualTo(Via.HISTORY);
            assertThat(added.occurrence().id())
                    .isEqualTo(Occurrence.at(NOON, Via.HOOK, "radarr", NaturalKey.of("added", 102))
                            .id());
        });
    }

    @Test
    void what_was_there_before_the_first_look_is_never_told() {
        assertThat(since(0, title(101, -5), title(102, 0), title(103, -100_000)))
                .isEmpty();
        assertThat(since(5, title(101, -1))).isEmpty();
    }

    @Test
    void a_list_that_does_not_say_when_tells_nothing() {
        assertThat(since(0, new ListedTitle(1, MediaId.movie(1), true, true, Optional.empty(), true)))
                .isEmpty();
        assertThat(Addition.of(NOON, new Title("", Optional.empty()))).isEmpty();
        assertThat(Addition.of(null, new Title("Movie", Optional.empty()))).isEmpty();
    }

    /** By somebody who looked first at noon. */
    private static List<Sighting> since(int minute, ListedTitle... titles) {
        return Additions.since(
                new Cursor("list|radarr", minute(minute), Optional.empty(), NOON), "radarr", List.of(titles));
    }

    private static ListedTitle title(int number, int minute) {
        var added = Addition.of(minute(minute), new Title("Movie", Optional.of(2001)));
        return new ListedTitle(number, MediaId.movie(number), true, true, Optional.empty(), false, added);
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
