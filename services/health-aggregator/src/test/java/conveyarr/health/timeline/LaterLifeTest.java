package conveyarr.health.timeline;

import static conveyarr.health.Told.HASH;
import static conveyarr.health.Told.grab;
import static conveyarr.health.Told.imported;
import static conveyarr.health.Told.life;
import static conveyarr.health.Told.minute;
import static conveyarr.health.timeline.Telling.MATRIX;
import static conveyarr.health.timeline.Telling.and;
import static conveyarr.health.timeline.Telling.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.AcquisitionEvent.AcquisitionRemoved;
import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.LibraryEvent.FileDeleted;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.ScanRequested;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.events.RequestEvent.RequestWithdrawn;
import conveyarr.events.RequestId;
import conveyarr.health.Told;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A title may be asked for again: in 4K, or after it was deleted. */
class LaterLifeTest {
    private static final RequestId ANA = new RequestId("seerr", 214);
    private static final RequestId BOB = new RequestId("seerr", 300);
    private static final RequestId EVE = new RequestId("seerr", 301);
    private final List<Told> first = life(MATRIX, "The Matrix");
    private final List<Told> second = and(
            first,
            at(60, asked(BOB)),
            at(61, started("radarr-4k")),
            at(62, grab(MATRIX, "42")),
            at(70, imported(MATRIX)));

    @Test
    void a_later_life_is_available_when_seerr_says_so_after_the_import() {
        assertThat(stage(second)).isEqualTo(Stage.INDEXING);
        assertThat(stage(and(second, at(75, new RequestFulfilled(MATRIX, BOB)))))
                .isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void a_later_life_is_not_available_while_its_release_is_on_its_way() {
        var told =
                and(first, at(60, asked(BOB)), at(62, grab(MATRIX, "42")), at(63, new RequestFulfilled(MATRIX, BOB)));
        assertThat(stage(told)).isEqualTo(Stage.DOWNLOADING);
    }

    @Test
    void a_scan_for_the_deleted_file_of_the_first_life_moves_the_second_nowhere() {
        var told = and(
                first,
                at(50, deleted()),
                at(60, asked(BOB)),
                at(61, new ScanRequested(MATRIX, "jellyfin", "/movies/a.mkv")),
                at(62, started("radarr")));
        assertThat(stage(told)).isEqualTo(Stage.SEARCHING);
    }

    @Test
    void what_fulfilled_the_first_request_says_nothing_of_the_second() {
        assertThat(stage(and(second, at(75, new RequestFulfilled(MATRIX, ANA)))))
                .isEqualTo(Stage.INDEXING);
        assertThat(stage(and(first, at(60, asked(BOB)), at(61, new RequestFulfilled(MATRIX, ANA)))))
                .isEqualTo(Stage.REQUESTED);
    }

    @Test
    void what_is_asked_for_in_4k_and_no_longer_wanted_leaves_what_was_there() {
        for (var end : List.of(new RequestWithdrawn(MATRIX, BOB), new RequestDeclined(MATRIX, BOB))) {
            for (int events = first.size() + 1; events <= second.size(); events++) {
                assertThat(stage(and(second.subList(0, events), at(75, end)))).isEqualTo(Stage.AVAILABLE);
            }
            var third = and(second, at(75, end), at(80, asked(EVE)), at(85, new RequestWithdrawn(MATRIX, EVE)));
            assertThat(stage(third)).isEqualTo(Stage.AVAILABLE);
        }
    }

    @Test
    void what_was_deleted_and_is_asked_for_in_vain_leaves_nothing() {
        var deleted = and(first, at(50, deleted()));
        var removed = and(first, at(50, new AcquisitionRemoved(MATRIX, "radarr", true)));
        for (var before : List.of(deleted, removed)) {
            var again = and(before, at(60, asked(BOB)), at(61, started("radarr")));
            assertThat(stage(again)).isEqualTo(Stage.SEARCHING);
            assertThat(stage(and(again, at(62, new RequestWithdrawn(MATRIX, BOB)))))
                    .isEqualTo(Stage.WITHDRAWN);
        }
        assertThat(stage(and(second, at(72, deleted()), at(75, new RequestWithdrawn(MATRIX, BOB)))))
                .isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void off_the_list_while_4k_is_looked_for_what_was_there_can_be_watched() {
        var off = and(second.subList(0, 9), at(65, new AcquisitionRemoved(MATRIX, "radarr", false)));
        assertThat(stage(off)).isEqualTo(Stage.SEARCHING);
        assertThat(stage(and(off, at(66, new AcquisitionRemoved(MATRIX, "radarr-4k", false)))))
                .isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void what_was_deleted_and_came_again_is_available_when_the_media_server_says_so_and_not_seerr() {
        var again = and(
                first,
                at(50, deleted()),
                at(60, asked(BOB)),
                at(62, grab(MATRIX, "42")),
                at(70, imported(MATRIX)),
                at(71, new RequestFulfilled(MATRIX, BOB)));
        assertThat(stage(again)).isEqualTo(Stage.INDEXING);
        assertThat(stage(and(
                        again, at(72, new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("8"))))))
                .isEqualTo(Stage.AVAILABLE);
    }

    @Test
    void the_first_request_of_a_life_that_is_found_late_by_a_poll_wipes_nothing() {
        var found = List.of(
                at(0, grab(MATRIX, HASH)),
                at(5, imported(MATRIX)),
                at(6, new MediaBecameAvailable(MATRIX, Optional.of("jellyfin"), Optional.of("77"))),
                at(8, asked(ANA)));
        var course = Telling.of(found).course();
        assertThat(course.stage()).isEqualTo(Stage.AVAILABLE);
        assertThat(course.stages().get(Stage.INDEXING.ordinal()).enteredAt()).contains(minute(5));
    }

    @Test
    void a_request_of_an_earlier_life_that_is_told_again_wipes_nothing() {
        var available = and(second, at(75, new RequestFulfilled(MATRIX, BOB)));
        assertThat(stage(and(available, at(80, asked(ANA))))).isEqualTo(Stage.AVAILABLE);
    }

    private static Stage stage(List<Told> told) {
        return Telling.of(told).course().stage();
    }

    private static FileDeleted deleted() {
        return new FileDeleted(MATRIX, "radarr", "/movies/a.mkv", "by-hand", true, Optional.empty());
    }

    private static AcquisitionStarted started(String instance) {
        return new AcquisitionStarted(MATRIX, instance, "The Matrix", Optional.of(1999));
    }

    private static MediaRequested asked(RequestId request) {
        return new MediaRequested(MATRIX, request, "The Matrix", Optional.of(1999), "p_bob", true, List.of());
    }
}
