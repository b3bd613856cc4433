package conveyarr.download;

import static conveyarr.download.StuckDownloadTest.D1;
import static conveyarr.download.StuckDownloadTest.MATRIX;
import static conveyarr.download.StuckDownloadTest.NOON;
import static conveyarr.download.StuckDownloadTest.OPEN;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Call;
import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Rules;
import conveyarr.download.core.Rules.Progress;
import conveyarr.download.core.Rules.Rule;
import conveyarr.download.core.Rules.Scope;
import conveyarr.download.core.Rules.Step;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Signal.*;
import conveyarr.download.core.Traits;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody waits for it: told after six hours, and removed only when the owner has said so. */
class OrphanTest {
    private static final MediaId UNMATCHED = MediaId.unmatched(D1);
    private static final OrphanFound FOUND = new OrphanFound(UNMATCHED, D1, "The.Matrix", NOON);

    @Test
    void what_nobody_asked_for_is_told_once_after_a_while_and_nothing_is_done() {
        var story = withRule(false).given(seen(0, 100)).when(seen(359, 100)).then(Unclaimed.class);
        story.when(seen(360, 100)).then(Unclaimed.class, FOUND).calls();
        story.given(seen(361, 200), seen(400, 300), seen(9000, 300));
        assertThat(story.told()).hasSize(1);
        assertThat(story.calls()).isEmpty();
    }

    @Test
    void a_grab_that_comes_late_ends_it() {
        withRule(false)
                .given(seen(0, 100), seen(300, 100))
                .when(new Grabbed(at(301), MATRIX))
                .then(Running.class, new DownloadStarted(MATRIX, D1, "The.Matrix", 1000));
    }

    @Test
    void of_another_category_or_complete_it_is_none() {
        var foreign = new Traits("linux", Set.of(), Optional.of(false), Set.of(), false, false, false);
        var seeding = new Look("n", Condition.DONE, "w", new Amount(10, 10, Optional.empty()), NOON, OPEN);
        for (var look : List.of(look(100, foreign), seeding)) {
            var story = withRule(false).given(new Seen(at(0), D1, look), new Seen(at(700), D1, look));
            assertThat(story.told()).isEmpty();
        }
    }

    @Test
    void an_import_that_seeds_is_none() {
        var done = new Look("n", Condition.DONE, "w", new Amount(10, 10, Optional.empty()), NOON, OPEN);
        var story = withRule(false)
                .given(new Grabbed(NOON, MATRIX), seen(0, 100), new Seen(at(1), D1, done), new GivenUp(at(2)))
                .given(new Seen(at(5000), D1, done));
        assertThat(story.told()).noneMatch(told -> told.event() instanceof OrphanFound);
    }

    @Test
    void what_its_arr_gave_up_is_one_though_it_moves_and_a_new_grab_ends_it() {
        var found = new OrphanFound(MATRIX, D1, "The.Matrix", at(1));
        var story = withRule(false).given(new Grabbed(NOON, MATRIX), seen(0, 100), new GivenUp(at(1)));
        story.given(seen(50, 110), seen(100, 120), seen(150, 130), seen(200, 140), seen(250, 150), seen(300, 160));
        story.when(seen(361, 170)).then(Running.class, found);
        story.when(seen(362, 180)).then(Running.class);
        story.when(new Grabbed(at(363), MATRIX)).then(Running.class);
        var other = withRule(false)
                .given(new Grabbed(NOON, MATRIX), seen(0, 100), new GivenUp(at(1)), new Grabbed(at(2), MATRIX))
                .given(seen(50, 110), seen(100, 120), seen(400, 130));
        assertThat(other.told()).noneMatch(told -> told.event() instanceof OrphanFound);
    }

    /** The HD and the 4K *arr want the same title, each with a release of its own. */
    @Test
    void what_the_one_arr_gives_up_the_other_may_still_wait_for() {
        var story = withRule(false).given(new Grabbed(NOON, MATRIX, "radarr-4k"), seen(0, 100));
        story.given(new GivenUp(at(1), "radarr"), seen(100, 120), seen(200, 130), seen(400, 140));
        assertThat(story.told()).noneMatch(told -> told.event() instanceof OrphanFound);
        story.given(new GivenUp(at(401), "radarr-4k"), seen(500, 150), seen(700, 160));
        story.when(seen(762, 170)).then(Running.class, new OrphanFound(MATRIX, D1, "The.Matrix", at(401)));
    }

    @Test
    void one_release_that_both_have_grabbed_is_given_up_when_both_have() {
        var story = withRule(false)
                .given(new Grabbed(NOON, MATRIX, "radarr"), new Grabbed(NOON, MATRIX, "radarr-4k"), seen(0, 100))
                .given(new GivenUp(at(1), "radarr"), new GivenUp(at(1), "radarr"), seen(100, 120), seen(400, 130));
        assertThat(story.told()).noneMatch(told -> told.event() instanceof OrphanFound);
        var both = withRule(false)
                .given(new Grabbed(NOON, MATRIX, "radarr"), seen(0, 100), new Grabbed(at(1), MATRIX, "radarr-4k"))
                .given(new GivenUp(at(2), "radarr-4k"), new GivenUp(at(3), "radarr"), seen(100, 120));
        both.when(seen(364, 130)).then(Running.class, new OrphanFound(MATRIX, D1, "The.Matrix", at(3)));
    }

    @Test
    void an_import_that_the_one_arr_refuses_is_not_settled_by_the_other() {
        var done = new Look("n", Condition.DONE, "w", new Amount(10, 10, Optional.empty()), NOON, OPEN);
        var story = withRule(false)
                .given(new Grabbed(NOON, MATRIX, "radarr-4k"), seen(0, 100), new Seen(at(1), D1, done))
                .given(new ImportRefused(at(2), "Sample"));
        story.when(new ImportSettled(at(3), "radarr")).then(Refused.class);
        story.when(new GivenUp(at(3), "radarr")).then(Refused.class);
        story.when(new ImportSettled(at(4), "radarr-4k")).then(Finished.class);
    }

    @Test
    void only_a_rule_of_the_owner_removes_it_and_only_in_earnest_and_never_a_private_one() {
        var step = new Step(DownloadAction.REMOVE, ofHours(24), "");
        var earnest = withRule(false, step).given(seen(0, 100), seen(360, 100));
        earnest.when(seen(1440, 100))
                .then(
                        Unclaimed.class,
                        new DownloadActionTaken(UNMATCHED, D1, DownloadAction.REMOVE, "no *arr waits for it", false))
                .calls(new Call.Remove("qbit", D1.hash(), Optional.of(new Call.Because(Kind.ORPHAN, 1))));
        var dry = withRule(true, step).given(seen(0, 100), seen(360, 100), seen(1440, 100));
        assertThat(dry.calls()).isEmpty();
        assertThat(dry.told()).anyMatch(told -> told.event() instanceof DownloadActionTaken taken && taken.dryRun());
        var secret = new Traits("radarr", Set.of(), Optional.of(true), Set.of(), false, false, true);
        var kept = withRule(false, step)
                .given(new Seen(at(0), D1, look(1, secret)), new Seen(at(1440), D1, look(1, secret)));
        assertThat(kept.calls()).isEmpty();
    }

    @Test
    void somebody_keeps_it() {
        withRule(false, new Step(DownloadAction.REMOVE, ofHours(24), ""))
                .given(seen(0, 100))
                .when(new KeepAsked(at(10)))
                .then(Unclaimed.class, new DownloadKept(UNMATCHED, D1))
                .when(seen(1440, 100))
                .then(Unclaimed.class)
                .calls();
    }

    @Test
    void a_time_in_which_nobody_looked_does_not_count() {
        var story = withRule(false).given(seen(0, 100), seen(1, 100));
        story.when(seen(5000, 100)).then(Unclaimed.class);
    }

    @Test
    void a_refused_import_is_given_up_for_bad_content_and_not_for_a_wrong_path() {
        var rules = new Rules(Story.progress(ofMinutes(10)), BuiltInRules.all(ofMinutes(10)), Set.of(), true, false);
        var done = new Look("n", Condition.DONE, "w", new Amount(10, 10, Optional.empty()), NOON, OPEN);
        for (String reasons :
                List.of("Sample", "No files found are eligible for import in /d", "path does not exist")) {
            var story = Story.with(rules)
                    .given(new Grabbed(NOON, MATRIX), new Seen(at(1), D1, done), new ImportRefused(at(2), reasons))
                    .given(new Seen(at(3), D1, done), new Seen(at(2000), D1, done));
            assertThat(story.told().stream().anyMatch(told -> told.event() instanceof DownloadActionTaken))
                    .as(reasons)
                    .isEqualTo(!reasons.startsWith("path"));
        }
    }

    private static Story withRule(boolean dryRun, Step... steps) {
        var rule = new Rule("orphan", Kind.ORPHAN, Scope.ALL, List.of(steps));
        var progress = new Progress(ofHours(100), 1, 0, ofHours(2), Duration.ZERO, ofHours(30), ofHours(6));
        return Story.with(new Rules(progress, List.of(rule), Set.of(), dryRun, false));
    }

    private static Signal seen(int minute, long done) {
        return new Seen(at(minute), D1, look(done, OPEN));
    }

    private static Look look(long done, Traits traits) {
        return new Look("The.Matrix", Condition.ACTIVE, "word", new Amount(1000, done, Optional.empty()), NOON, traits);
    }

    private static Instant at(int minute) {
        return NOON.plus(ofMinutes(minute));
    }
}
