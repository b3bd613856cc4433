package conveyarr.download;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Call;
import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Hold;
import conveyarr.download.core.Rules;
import conveyarr.download.core.Rules.*;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Signal.*;
import conveyarr.download.core.Traits;
import conveyarr.download.core.Watch;
import conveyarr.download.core.Wish;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StuckDownloadTest {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final MediaId MATRIX = MediaId.movie(603);
    static final DownloadId D1 = new DownloadId("qbit", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");
    static final Traits OPEN =
            new Traits("radarr", Set.of(), Optional.of(false), Set.of("t.example"), false, false, true);
    static final List<Step> STEPS = List.of(
            new Step(DownloadAction.REANNOUNCE, ofMinutes(10), ""), new Step(DownloadAction.REPLACE, ofHours(1), ""));

    @Test
    void a_stuck_download_is_announced_again_and_then_replaced_and_each_step_is_told_before() {
        Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN))
                .when(seen(10, 100, OPEN))
                .then(
                        Stalled.class,
                        new DownloadStalled(MATRIX, D1, ofMinutes(10)),
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REANNOUNCE, "no progress", false),
                        new DownloadActionPlanned(MATRIX, D1, DownloadAction.REPLACE, at(60), "no progress"))
                .calls(new Call.Reannounce("qbit", D1.hash(), first(Kind.STALLED)))
                .when(seen(59, 100, OPEN))
                .then(Stalled.class)
                .when(seen(60, 100, OPEN))
                .then(
                        Stalled.class,
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "no progress", false),
                        new ReplacementWanted(MATRIX, D1, "no progress"))
                .when(seen(90, 100, OPEN))
                .then(Stalled.class)
                .calls();
    }

    @Test
    void a_dry_run_says_what_it_would_have_done_and_does_nothing() {
        var story = Story.with(rules(true))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN))
                .when(seen(60, 100, OPEN))
                .then(Stalled.class, new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "no progress", true));
        assertThat(story.calls()).isEmpty();
    }

    @Test
    void keep_this_one_cancels_the_plan_and_is_told_once() {
        Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN))
                .when(new KeepAsked(at(20)))
                .then(Stalled.class, new DownloadKept(MATRIX, D1))
                .when(new KeepAsked(at(21)))
                .then(Stalled.class)
                .when(seen(60, 100, OPEN))
                .then(Stalled.class);
    }

    @Test
    void what_somebody_keeps_is_kept_when_it_was_away_for_a_while() {
        var story = Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), new KeepAsked(at(1)), new Missing(at(2), D1))
                .given(seen(3, 100, OPEN), seen(30, 100, OPEN), seen(120, 100, OPEN));
        assertThat(story.state()).isInstanceOf(Stalled.class);
        assertThat(story.calls()).isEmpty();
        assertThat(story.told()).noneMatch(told -> told.event() instanceof DownloadActionTaken);
    }

    @Test
    void what_its_arr_has_given_up_is_not_waited_for_because_it_was_away_for_a_while() {
        var story = Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX, "radarr"), seen(0, 100, OPEN), new GivenUp(at(1), "radarr"))
                .given(new Missing(at(2), D1), seen(3, 100, OPEN), seen(120, 100, OPEN));
        assertThat(Watch.orphan(story.state())).contains(D1);
        assertThat(story.told()).noneMatch(told -> told.event() instanceof ReplacementWanted);
    }

    /** A magnet that waits for its turn asks nobody for its metadata. */
    @Test
    void without_metadata_the_time_runs_from_when_it_asks_for_it() {
        var magnet = new Traits("radarr", Set.of(), Optional.of(false), Set.of(), true, false, true);
        var none = new Amount(0, 0, Optional.empty());
        var queued = new Look("n", Condition.RESTING, "queuedDL", none, NOON, magnet);
        var asks = new Look("n", Condition.ACTIVE, "metaDL", none, NOON, magnet);
        var steps = List.of(new Step(DownloadAction.REANNOUNCE, ofMinutes(20), ""));
        var rules = List.of(new Rule("meta", Kind.NO_METADATA, Scope.ALL, steps));
        var story = Story.with(new Rules(Story.progress(ofMinutes(10)), rules, Set.of(), false, false))
                .given(new Grabbed(NOON, MATRIX), new Seen(at(0), D1, queued), new Seen(at(59), D1, queued))
                .given(new Seen(at(60), D1, asks), new Seen(at(78), D1, asks));
        assertThat(story.calls()).isEmpty();
        story.when(new Seen(at(80), D1, asks)).calls(new Call.Reannounce("qbit", D1.hash(), first(Kind.NO_METADATA)));
    }

    @Test
    void time_held_puts_the_plan_off_by_as_much() {
        var story = Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN))
                .given(new Seen(
                        at(30), D1, look(100, OPEN), Optional.of(new Hold(HoldReason.CLIENT_DISCONNECTED, false))))
                .given(seen(50, 100, OPEN));
        story.when(seen(79, 100, OPEN)).then(Stalled.class);
        story.when(seen(80, 100, OPEN))
                .then(
                        Stalled.class,
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "no progress", false),
                        new ReplacementWanted(MATRIX, D1, "no progress"));
    }

    @Test
    void what_its_rule_has_paused_has_not_resumed_and_is_replaced_in_the_end() {
        var story = Story.with(new Rules(
                        Story.progress(ofMinutes(10)),
                        List.of(new Rule(
                                "patient",
                                Kind.STALLED,
                                Scope.ALL,
                                List.of(
                                        new Step(DownloadAction.PAUSE, ofMinutes(10), ""),
                                        new Step(DownloadAction.REPLACE, ofHours(1), "")))),
                        Set.of(),
                        false,
                        false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN));
        var paused = new Look("n", Condition.RESTING, "pausedDL", new Amount(1000, 100, Optional.empty()), NOON, OPEN);
        story.calls(new Call.Pause("qbit", D1.hash(), first(Kind.STALLED))).given(seen(11, 100, OPEN));
        story.when(new Seen(at(12), D1, paused)).then(Stalled.class);
        story.when(new Seen(at(59), D1, paused)).then(Stalled.class);
        story.when(new Seen(at(60), D1, paused))
                .then(
                        Stalled.class,
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "no progress", false),
                        new ReplacementWanted(MATRIX, D1, "no progress"));
    }

    @Test
    void a_rule_that_puts_it_into_another_category_goes_on_there() {
        var scope = new Scope(Optional.empty(), Range.ANY, Range.ANY, Set.of("radarr"), Set.of(), Set.of(), Set.of());
        var steps = List.of(
                new Step(DownloadAction.CHANGE_CATEGORY, ofMinutes(10), "stuck"),
                new Step(DownloadAction.REPLACE, ofHours(1), ""));
        var rules = List.of(
                new Rule("radarr", Kind.STALLED, scope, steps), new Rule("rest", Kind.STALLED, Scope.ALL, List.of()));
        var stuck = new Traits("stuck", Set.of(), Optional.of(false), Set.of(), false, false, true);
        Story.with(new Rules(Story.progress(ofMinutes(10)), rules, Set.of(), false, false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN))
                .calls(new Call.Categorise("qbit", D1.hash(), "stuck", first(Kind.STALLED)))
                .given(seen(20, 100, stuck))
                .when(seen(60, 100, stuck))
                .then(
                        Stalled.class,
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "no progress", false),
                        new ReplacementWanted(MATRIX, D1, "no progress"));
    }

    /** The client was away for hours, and what was ordered before is due as soon as it answers. */
    @Test
    void what_a_rule_ordered_is_only_wanted_while_its_trouble_lasts() {
        var story = Story.with(rules(false)).given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN));
        var because = ((Call.OfOne) story.calls().getFirst()).because().orElseThrow();
        assertThat(Wish.of(story.state(), because)).isEqualTo(Wish.NOW);
        var held = new Seen(at(11), D1, look(100, OPEN), Optional.of(new Hold(HoldReason.CLIENT_DISCONNECTED, false)));
        assertThat(Wish.of(story.when(held).state(), because)).as("held").isEqualTo(Wish.LATER);
        assertThat(Wish.of(story.when(seen(12, 100, OPEN)).state(), because)).isEqualTo(Wish.NOW);
        var moved = Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN), seen(11, 200, OPEN));
        assertThat(Wish.of(moved.state(), because)).as("it moves again").isEqualTo(Wish.NEVER);
        var kept = Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(10, 100, OPEN), new KeepAsked(at(11)));
        assertThat(Wish.of(kept.state(), because)).as("kept").isEqualTo(Wish.NEVER);
        story.given(seen(70, 100, OPEN));
        assertThat(Wish.of(story.state(), because)).as("a later step").isEqualTo(Wish.NEVER);
        story.given(new Seen(
                at(80), D1, new Look("n", Condition.DONE, "w", look(9, OPEN).amount(), NOON, OPEN)));
        assertThat(Wish.of(story.state(), because)).as("complete").isEqualTo(Wish.NEVER);
    }

    @Test
    void what_is_private_or_may_be_is_never_given_up() {
        for (var known : List.of(Optional.of(true), Optional.<Boolean>empty())) {
            var traits = new Traits("radarr", Set.of(), known, Set.of(), false, false, true);
            Story.with(rules(false))
                    .given(new Grabbed(NOON, MATRIX), seen(0, 100, traits), seen(10, 100, traits))
                    .when(seen(60, 100, traits))
                    .then(Stalled.class);
        }
    }

    @Test
    void what_is_on_the_protect_list_is_only_watched() {
        for (String word : List.of("radarr", "t.example", "The.Matrix")) {
            Story.with(new Rules(Story.progress(ofMinutes(10)), rules(false).rules(), Set.of(word), false, false))
                    .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN))
                    .when(seen(10, 100, OPEN))
                    .then(Stalled.class, new DownloadStalled(MATRIX, D1, ofMinutes(10)));
        }
    }

    @Test
    void the_first_rule_that_fits_counts() {
        var small = new Scope(Optional.empty(), Range.ANY, new Range(0, 500), Set.of(), Set.of(), Set.of(), Set.of());
        var pause = new Rule("small", Kind.STALLED, small, List.of(new Step(DownloadAction.PAUSE, ofMinutes(10), "")));
        var large = new Rule(
                "rest", Kind.STALLED, Scope.ALL, List.of(new Step(DownloadAction.REANNOUNCE, ofMinutes(10), "")));
        Story.with(new Rules(Story.progress(ofMinutes(10)), List.of(pause, large), Set.of(), false, false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN))
                .when(seen(10, 100, OPEN))
                .calls(new Call.Reannounce("qbit", D1.hash(), first(Kind.STALLED)));
    }

    @Test
    void a_few_bytes_are_no_progress_and_real_ones_begin_anew() {
        var progress = new Progress(ofMinutes(10), 50, 0, ofHours(2), Duration.ZERO, ofHours(1), ofHours(6));
        Story.with(new Rules(progress, rules(false).rules(), Set.of(), false, false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN), seen(5, 120, OPEN))
                .when(seen(10, 140, OPEN))
                .then(
                        Stalled.class,
                        new DownloadStalled(MATRIX, D1, ofMinutes(10)),
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REANNOUNCE, "no progress", false),
                        new DownloadActionPlanned(MATRIX, D1, DownloadAction.REPLACE, at(60), "no progress"))
                .when(seen(20, 160, OPEN))
                .then(
                        Running.class,
                        new DownloadResumed(MATRIX, D1),
                        new DownloadProgressed(MATRIX, D1, 10, Optional.empty()));
    }

    @Test
    void too_slow_over_the_whole_window_is_trouble_and_a_slow_moment_is_none() {
        var progress = new Progress(ofMinutes(10), 1, 1, ofMinutes(10), Duration.ZERO, ofHours(1), ofHours(6));
        var slow = new Rule("slow", Kind.SLOW, Scope.ALL, List.of(new Step(DownloadAction.PAUSE, Duration.ZERO, "")));
        Story.with(new Rules(progress, List.of(slow), Set.of(), false, false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 0, OPEN), seen(1, 1, OPEN))
                .when(seen(9, 2, OPEN))
                .then(Running.class)
                .when(seen(11, 3, OPEN))
                .then(Running.class, new DownloadActionTaken(MATRIX, D1, DownloadAction.PAUSE, "too slow", false))
                .calls(new Call.Pause("qbit", D1.hash(), first(Kind.SLOW)));
    }

    @Test
    void slow_for_as_long_as_its_rule_says_it_is_replaced_and_a_fast_window_begins_anew() {
        var story = slowFor(ofHours(1)).given(new Grabbed(NOON, MATRIX), seen(0, 0, OPEN));
        long done = 0;
        for (int minute = 1; minute < 70; minute++) {
            story.when(seen(minute, ++done, OPEN));
        }
        assertThat(story.told()).noneMatch(told -> told.event() instanceof ReplacementWanted);
        story.when(seen(70, ++done, OPEN))
                .then(
                        Running.class,
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "too slow", false),
                        new ReplacementWanted(MATRIX, D1, "too slow"));

        var quick = slowFor(ofHours(1)).given(new Grabbed(NOON, MATRIX), seen(0, 0, OPEN));
        for (int minute = 1; minute < 129; minute++) {
            int now = minute <= 50 ? minute / 2 : 870 + minute / 2;
            quick.when(seen(minute, now, OPEN));
        }
        assertThat(quick.told()).anyMatch(told -> told.event() instanceof DownloadActionPlanned);
        assertThat(quick.told()).noneMatch(told -> told.event() instanceof ReplacementWanted);
    }

    @Test
    void slow_with_long_rests_between_the_bytes_is_slow_too() {
        var story = slowFor(ofHours(1)).given(new Grabbed(NOON, MATRIX), seen(0, 0, OPEN));
        for (int minute = 1; minute <= 75; minute++) {
            story.when(seen(minute, minute / 9, OPEN));
        }
        assertThat(story.told()).anyMatch(told -> told.event() instanceof ReplacementWanted);
    }

    private static Story slowFor(Duration delay) {
        var progress = new Progress(ofMinutes(10), 1, 1, ofMinutes(10), Duration.ZERO, ofHours(1), ofHours(6));
        var slow = new Rule("slow", Kind.SLOW, Scope.ALL, List.of(new Step(DownloadAction.REPLACE, delay, "")));
        return Story.with(new Rules(progress, List.of(slow), Set.of(), false, false));
    }

    @Test
    void a_refused_import_has_a_rule_of_its_own_until_the_arr_settles_it() {
        var rule = new Rule(
                "import", Kind.IMPORT_REFUSED, Scope.ALL, List.of(new Step(DownloadAction.REPLACE, ofHours(1), "")));
        var done = new Seen(
                at(5), D1, new Look("n", Condition.DONE, "w", new Amount(10, 10, Optional.empty()), NOON, OPEN));
        var story = Story.with(new Rules(Story.progress(ofMinutes(10)), List.of(rule), Set.of(), false, false))
                .given(new Grabbed(NOON, MATRIX), done, new ImportRefused(at(6), "not an upgrade"));
        story.when(new Seen(at(66), D1, done.look()))
                .then(
                        Refused.class,
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "its import is refused", false),
                        new ReplacementWanted(MATRIX, D1, "its import is refused"))
                .when(new ImportSettled(at(70)))
                .then(Finished.class);
    }

    @Test
    void an_import_that_is_refused_before_a_look_shows_it_complete_is_refused_and_over_once_it_left_the_client() {
        Story.with(rules(false))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN))
                .when(new ImportRefused(at(1), "Sample"))
                .then(Refused.class, new DownloadCompleted(MATRIX, D1))
                .when(new Missing(at(2), D1))
                .then(Finished.class);
    }

    @Test
    void what_somebody_orders_is_done_in_a_dry_run_too_because_it_was_confirmed() {
        Story.with(rules(true))
                .given(new Grabbed(NOON, MATRIX), seen(0, 100, OPEN))
                .when(new ActionOrdered(at(1), DownloadAction.REPLACE))
                .then(
                        Running.class,
                        new DownloadActionTaken(MATRIX, D1, DownloadAction.REPLACE, "somebody asked for it", false),
                        new ReplacementWanted(MATRIX, D1, "somebody asked for it"));
    }

    private static Rules rules(boolean dryRun) {
        var rule = new Rule("stalled", Kind.STALLED, Scope.ALL, STEPS);
        return new Rules(Story.progress(ofMinutes(10)), List.of(rule), Set.of(), dryRun, false);
    }

    private static Optional<Call.Because> first(Kind kind) {
        return Optional.of(new Call.Because(kind, 1));
    }

    private static Signal seen(int minute, long done, Traits traits) {
        return new Seen(at(minute), D1, look(done, traits));
    }

    private static Look look(long done, Traits traits) {
        return new Look("The.Matrix", Condition.ACTIVE, "word", new Amount(1000, done, Optional.empty()), NOON, traits);
    }

    private static Instant at(int minutes) {
        return NOON.plus(ofMinutes(minutes));
    }
}
