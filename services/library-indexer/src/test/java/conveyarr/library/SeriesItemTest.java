package conveyarr.library;

import static conveyarr.library.LibraryItemLifeTest.NOON;
import static conveyarr.library.LibraryItemLifeTest.at;
import static conveyarr.library.Story.withServers;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.DomainEvent;
import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.Airings;
import conveyarr.library.core.Airings.Airing;
import conveyarr.library.core.Call.Count;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.LibraryItem.Available;
import conveyarr.library.core.LibraryItem.Removed;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Part;
import conveyarr.library.core.Signal.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A series has many files; people are told of each episode once, when the server lists that very episode, and not again when one gets better. */
class SeriesItemTest {
    static final MediaId SHOW = MediaId.series(81189);
    private static final String FOLDER = "/tv/Show/Season 01";

    @Test
    void many_files_of_a_season_are_one_scan_when_it_has_been_quiet() {
        var story = withServers("jellyfin");
        for (int file = 1; file <= 10; file++) {
            story.when(importedAt(file * 5, file, false)).when(new Due(NOON.plusSeconds(file * 5L + 5), SHOW));
        }
        assertThat(story.calls()).isEmpty();
        story.when(new Due(NOON.plusSeconds(60), SHOW));
        assertThat(story.calls())
                .containsExactly(new Scan(
                        SHOW,
                        "jellyfin",
                        FOLDER,
                        importedAt(50, 10, false).occurrence().id(),
                        1));
    }

    @Test
    void only_the_episodes_that_the_server_lists_become_available_and_each_once() {
        var story = withServers("jellyfin").given(imported(0, 1, false), imported(1, 2, false), imported(1, 3, false));
        story.when(listed(2, 1, 2));
        assertThat(story.state()).isInstanceOf(Waiting.class);
        assertThat(story.told()).endsWith(available(1, 2));
        story.when(listed(3, 1, 2));
        assertThat(story.told())
                .filteredOn(MediaBecameAvailable.class::isInstance)
                .hasSize(1);
        story.when(listed(4, 1, 2, 3));
        assertThat(story.state()).isInstanceOf(Available.class);
        assertThat(story.told()).endsWith(available(3));
    }

    @Test
    void a_look_that_lists_others_than_those_that_lack_changes_nothing() {
        withServers("jellyfin")
                .given(imported(0, 4, false))
                .when(listed(1, 1, 2))
                .then(Waiting.class);
    }

    @Test
    void a_better_file_is_told_and_scanned_for_and_nobody_hears_available_again() {
        withServers("jellyfin")
                .given(imported(0, 1, false), listed(1, 1))
                .when(imported(60, 1, true))
                .then(Available.class, told(60, 1, true))
                .when(listed(61, 1))
                .then(Available.class);
    }

    /** The *arr removes the old file first. */
    @Test
    void a_better_file_whose_old_one_went_before_it_makes_nothing_available_again() {
        var old = new Gone(FOLDER + "/1.mkv", "upgrade", Optional.of(numbers(1)));
        var story = withServers("jellyfin").given(imported(0, 1, false), listed(1, 1));
        story.given(new Deleted(at(59, Via.HOOK, 77), SHOW, old, false));
        story.when(imported(60, 1, true)).then(Available.class, told(60, 1, true));
        story.when(listed(61, 1)).then(Available.class);
        assertThat(availableCodes(story)).containsExactly("S01E01");
    }

    @Test
    void the_order_of_the_imports_changes_nothing_of_the_end() {
        for (int seed = 0; seed < 500; seed++) {
            var imports = new ArrayList<>(IntStream.rangeClosed(1, 6)
                    .mapToObj(file -> imported(file, file, false))
                    .toList());
            imports.addAll(List.copyOf(imports));
            Collections.shuffle(imports, new Random(seed));
            var story = withServers("jellyfin");
            for (Imported one : imports) {
                story.when(one).when(listed(30, 2, 3));
            }
            story.when(listed(40, 1, 2, 3, 4, 5, 6));
            assertThat(story.state()).isInstanceOf(Available.class);
            assertThat(story.told()).filteredOn(FileImported.class::isInstance).hasSize(6);
            assertThat(availableCodes(story))
                    .containsExactlyInAnyOrder("S01E01", "S01E02", "S01E03", "S01E04", "S01E05", "S01E06");
        }
    }

    @Test
    void without_a_media_server_each_import_is_the_proof_of_its_episodes() {
        var story = withServers().given(imported(0, 1, false), imported(1, 2, false), imported(2, 2, true));
        assertThat(availableCodes(story)).containsExactly("S01E01", "S01E02");
    }

    @Test
    void the_first_episode_and_the_complete_season_are_told_once() {
        var story = withServers().given(imported(0, 1, false)).when(counted(1, story(1), 3, 1));
        assertThat(story.told()).endsWith(new FirstEpisodeAvailable(SHOW, numbers(1)));
        story.given(imported(2, 2, false), counted(3, story(2), 3, 1, 2));
        story.given(imported(4, 3, false)).when(counted(5, story(3), 3, 1, 2, 3));
        assertThat(story.told()).endsWith(new SeasonCompleted(SHOW, 1, 3), new SeriesCompleted(SHOW, 3, false));
        story.given(imported(6, 3, true)).when(counted(7, story(3), 3, 1, 2, 3));
        assertThat(story.told()).filteredOn(SeasonCompleted.class::isInstance).hasSize(1);
        assertThat(story.told())
                .filteredOn(FirstEpisodeAvailable.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_season_of_ten_with_three_missing_is_not_complete() {
        var story = withServers().given(imported(0, 7, false)).when(counted(1, story(7), 10, 1, 2, 3, 4, 5, 6, 7));
        assertThat(story.told())
                .noneMatch(SeasonCompleted.class::isInstance)
                .noneMatch(SeriesCompleted.class::isInstance)
                .noneMatch(SeriesCaughtUp.class::isInstance);
        assertThat(story.told()).noneMatch(FirstEpisodeAvailable.class::isInstance);
    }

    @Test
    void nothing_lacks_when_all_that_is_wanted_is_there_whatever_else_was_aired() {
        var episodes = new ArrayList<>(airings(2, 1, 2));
        episodes.add(new Airing(new Episodes.Number(1, 3), false, false, Optional.empty(), true));
        episodes.add(new Airing(new Episodes.Number(2, 1), true, false, Optional.empty(), false));
        var story = withServers().given(imported(0, 2, false));
        story.when(counted(1, new Airings(false, episodes), story(2)));
        assertThat(story.told()).contains(new SeriesCaughtUp(SHOW, 2)).noneMatch(SeriesCompleted.class::isInstance);
    }

    /** A season that comes as a whole, later, was never seen incomplete. */
    @Test
    void that_nothing_lacks_is_told_after_whatever_came() {
        var story = withServers().given(imported(0, 1, false)).when(counted(1, story(1), 1, 1));
        story.given(imported(2, 2, false)).when(counted(3, story(2), 2, 1, 2));
        assertThat(story.told()).filteredOn(SeriesCaughtUp.class::isInstance).hasSize(2);
    }

    @Test
    void where_nobody_can_say_what_lacks_nothing_does() {
        var story = withServers().given(imported(0, 1, false)).when(counted(1, Airings.UNKNOWN, story(1)));
        assertThat(story.told()).endsWith(new SeriesCaughtUp(SHOW, 1));
    }

    @Test
    void while_somebody_waits_for_an_episode_it_lacks() {
        var story = withServers("jellyfin").given(imported(0, 1, false), imported(0, 2, false), listed(1, 1));
        story.when(counted(2, story(1), 2, 1, 2));
        assertThat(story.told()).noneMatch(SeriesCaughtUp.class::isInstance);
        story.given(listed(3, 1, 2)).when(counted(4, story(2), 2, 1, 2));
        assertThat(story.told()).contains(new SeriesCaughtUp(SHOW, 2));
    }

    @Test
    void after_all_was_removed_the_first_episode_and_the_complete_season_are_news_again() {
        var story = withServers().given(imported(0, 1, false), counted(1, story(1), 1, 1));
        var second = List.of(new Airing(new Episodes.Number(1, 2), true, true, Optional.empty(), true));
        story.given(new Emptied(at(2, Via.HOOK, 99), SHOW), imported(3, 2, false));
        story.when(counted(4, new Airings(false, second), story(2)));
        assertThat(story.told()).filteredOn(SeasonCompleted.class::isInstance).hasSize(2);
        assertThat(story.told())
                .filteredOn(FirstEpisodeAvailable.class::isInstance)
                .hasSize(2);
    }

    @Test
    void what_was_complete_before_we_came_is_no_news() {
        var other = new ArrayList<>(airings(2, 1, 2));
        other.add(new Airing(new Episodes.Number(2, 1), true, true, Optional.empty(), true));
        other.add(new Airing(new Episodes.Number(2, 2), false, false, Optional.empty(), true));
        var story = withServers().given(imported(0, 2, false)).when(counted(1, new Airings(false, other), story(2)));
        assertThat(story.told())
                .filteredOn(SeasonCompleted.class::isInstance)
                .containsExactly(new SeasonCompleted(SHOW, 1, 2));
        var again = withServers().given(imported(0, 2, false));
        var second = new Count(
                SHOW,
                "radarr",
                List.of(new Episodes.Number(2, 1)),
                at(9, Via.HOOK, 9).id(),
                false);
        again.when(counted(1, new Airings(false, other), second));
        assertThat(again.told()).noneMatch(SeasonCompleted.class::isInstance);
    }

    @Test
    void an_episode_that_nobody_can_see_yet_does_not_complete_a_season() {
        var story = withServers("jellyfin")
                .given(imported(0, 1, false), imported(0, 2, false), listed(1, 1))
                .when(counted(2, story(1), 2, 1, 2));
        assertThat(story.told()).noneMatch(SeasonCompleted.class::isInstance);
    }

    /** The *arr has imported the whole pack before its word of each file is here. */
    @Test
    void files_that_came_just_now_and_that_we_have_not_heard_of_are_neither_there_nor_older_than_we() {
        var pack = added(NOON, 1, 2, 3);
        var story = withServers("jellyfin").given(imported(0, 1, false), listed(1, 1));
        story.when(counted(1, pack, story(1)));
        assertThat(story.told()).endsWith(new FirstEpisodeAvailable(SHOW, numbers(1)));
        story.given(imported(1, 2, false), imported(1, 3, false), listed(2, 1, 2, 3));
        story.when(counted(2, pack, story(2)));
        assertThat(story.told())
                .contains(new SeriesCaughtUp(SHOW, 3))
                .endsWith(new SeasonCompleted(SHOW, 1, 3), new SeriesCompleted(SHOW, 3, false));
    }

    @Test
    void what_lacked_is_counted_again_after_a_while_and_may_not_be_wanted_any_more() {
        var story = withServers().given(imported(0, 1, false)).when(counted(1, story(1), 2, 1));
        story.when(new Due(NOON.plus(ofMinutes(60)), SHOW)).then(Available.class);
        story.when(new Due(NOON.plus(ofMinutes(61)), SHOW));
        var count = (Count) story.calls().getLast();
        assertThat(count.found()).isEmpty();
        assertThat(count.instance()).isEqualTo("radarr");
        var unwanted = List.of(
                airings(1, 1).getFirst(), new Airing(new Episodes.Number(1, 2), true, false, Optional.empty(), false));
        story.when(counted(62, new Airings(false, unwanted), count)).then(Available.class, new SeriesCaughtUp(SHOW, 1));
        story.when(new Due(NOON.plus(ofMinutes(600)), SHOW)).then(Available.class);
    }

    /** The files stay when a series is taken off a list. */
    @Test
    void what_lacks_is_asked_of_another_arr_when_that_of_the_newest_file_no_longer_has_the_series() {
        var better = imported(1, 2, false);
        var seen = Occurrence.at(NOON.plus(ofMinutes(1)), Via.HOOK, "sonarr-4k", NaturalKey.of("import", 2));
        var story = withServers()
                .given(imported(0, 1, false))
                .given(new Imported(seen, SHOW, "Show", Optional.empty(), better.file()));
        var first = (Count) story.calls().getLast();
        assertThat(first.instance()).isEqualTo("sonarr-4k");
        story.when(new Unlisted(seen, first));
        var second = (Count) story.calls().getLast();
        assertThat(second).isEqualTo(new Count(SHOW, "radarr", first.found(), first.because(), false));
        story.when(new Unlisted(seen, second)).then(Available.class);
        story.when(counted(2, second, 2, 1, 2));
        assertThat(story.told()).contains(new SeriesCaughtUp(SHOW, 2));
    }

    /** The last episode was imported while we were away, and the count comes before the history is read. */
    @Test
    void a_season_that_was_completed_while_we_were_away_is_complete_when_people_can_see_it() {
        var story = withServers("jellyfin").given(imported(0, 1, false), listed(1, 1), counted(1, story(1), 2, 1));
        story.when(new Due(NOON.plus(ofMinutes(180)), SHOW));
        var whole = added(NOON.plus(ofMinutes(60)), 1, 2);
        story.when(counted(180, whole, (Count) story.calls().getLast()));
        assertThat(story.told())
                .noneMatch(SeriesCaughtUp.class::isInstance)
                .noneMatch(SeriesCompleted.class::isInstance);
        story.given(imported(60, 2, false), listed(181, 1, 2)).when(counted(182, whole, story(2)));
        assertThat(story.told())
                .contains(new SeriesCaughtUp(SHOW, 2))
                .endsWith(new SeasonCompleted(SHOW, 1, 2), new SeriesCompleted(SHOW, 2, false));
    }

    /** However long we were away. */
    @Test
    void a_season_is_not_complete_in_silence() {
        var story = withServers("jellyfin").given(imported(0, 1, false), listed(1, 1), counted(1, story(1), 2, 1));
        story.when(new Due(NOON.plus(ofMinutes(180)), SHOW));
        story.when(counted(
                180, new Airings(false, airings(2, 1, 2)), (Count) story.calls().getLast()));
        story.given(imported(60, 2, false), listed(181, 1, 2)).when(counted(182, story(2), 2, 1, 2));
        assertThat(story.told()).containsOnlyOnce(new SeasonCompleted(SHOW, 1, 2));
    }

    @Test
    void what_has_no_file_is_not_counted_again_and_again() {
        var story = withServers().given(imported(0, 1, false)).when(counted(1, story(1), 2, 1));
        var better = new Gone(FOLDER + "/1.mkv", "upgrade", Optional.of(numbers(1)));
        story.given(new Deleted(at(2, Via.HOOK, 77), SHOW, better, false));
        int calls = story.calls().size();
        story.when(new Due(NOON.plus(ofMinutes(120)), SHOW));
        assertThat(story.calls()).hasSize(calls);
        assertThat(story.state().shelf().due()).isEmpty();
    }

    @Test
    void a_count_that_comes_after_all_was_removed_says_nothing() {
        var story = withServers().given(imported(0, 1, false), new Emptied(at(2, Via.HOOK, 99), SHOW));
        story.when(counted(3, story(1), 1, 1)).then(Removed.class);
    }

    private static Airings added(Instant since, int... episodes) {
        return new Airings(
                false,
                IntStream.of(episodes)
                        .mapToObj(number ->
                                new Airing(new Episodes.Number(1, number), true, true, Optional.of(since), true))
                        .toList());
    }

    static List<String> availableCodes(Story story) {
        return story.told().stream()
                .filter(MediaBecameAvailable.class::isInstance)
                .flatMap(told -> ((MediaBecameAvailable) told).episodes().orElseThrow().codes().stream())
                .toList();
    }

    static Imported imported(int minute, int file, boolean upgrade) {
        return importedAt(minute * 60, file, upgrade);
    }

    private static Imported importedAt(int second, int file, boolean upgrade) {
        long id = upgrade ? file + 100L : file;
        var what =
                new File(id, FOLDER + "/" + id + ".mkv", 1000, Optional.empty(), upgrade, Optional.of(numbers(file)));
        var seen = Occurrence.at(NOON.plus(ofSeconds(second)), Via.HOOK, "radarr", NaturalKey.of("import", id));
        return new Imported(seen, SHOW, "Show", Optional.of("D1"), what);
    }

    private static DomainEvent told(int minute, int file, boolean upgrade) {
        var i = imported(minute, file, upgrade);
        return new FileImported(
                SHOW,
                "radarr",
                i.file().id(),
                i.file().path(),
                1000,
                Optional.empty(),
                Optional.of("D1"),
                upgrade,
                i.file().episodes());
    }

    static Episodes numbers(int... episodes) {
        return new Episodes(IntStream.of(episodes)
                .mapToObj(number -> new Episodes.Number(1, number))
                .toList());
    }

    private static MediaBecameAvailable available(int... episodes) {
        return new MediaBecameAvailable(
                SHOW, Optional.of("jellyfin"), Optional.of("i1"), Optional.of(numbers(episodes)));
    }

    static Listed listed(int minute, int... episodes) {
        var look = Occurrence.at(NOON.plus(ofMinutes(minute)), Via.POLL, "jellyfin", NaturalKey.of("look", minute));
        var parts = numbers(episodes).numbers().stream()
                .map(number -> new Part(Optional.of(number), ""))
                .toList();
        return new Listed(look, SHOW, "i1", parts);
    }

    private static Count story(int episode) {
        var found = List.of(new Episodes.Number(1, episode));
        return new Count(SHOW, "radarr", found, at(episode, Via.HOOK, episode).id(), false);
    }

    private static Counted counted(int minute, Count count, int aired, int... there) {
        return counted(minute, new Airings(false, airings(aired, there)), count);
    }

    private static Counted counted(int minute, Airings airings, Count count) {
        var seen = Occurrence.at(NOON.plus(ofMinutes(minute)), Via.POLL, "radarr", NaturalKey.of("count", minute));
        return new Counted(seen, count, airings);
    }

    private static List<Airing> airings(int aired, int... there) {
        return IntStream.rangeClosed(1, aired)
                .mapToObj(number -> new Airing(
                        new Episodes.Number(1, number),
                        true,
                        IntStream.of(there).anyMatch(one -> one == number),
                        Optional.empty(),
                        true))
                .toList();
    }
}
