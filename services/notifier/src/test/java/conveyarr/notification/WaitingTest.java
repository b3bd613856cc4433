package conveyarr.notification;

import static conveyarr.notification.Story.NOON;
import static conveyarr.notification.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.LibraryEvent.SeasonCompleted;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.flow.wire.Json;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.Call.Spread;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.bundle.Bundle;
import conveyarr.notification.core.bundle.Bundle.Load;
import conveyarr.notification.core.bundle.Bundle.Signal.Arrived;
import conveyarr.notification.core.bundle.Bundling;
import conveyarr.notification.core.bundle.Terms;
import conveyarr.notification.core.bundle.Terms.Kind;
import conveyarr.notification.core.hold.Hold;
import conveyarr.notification.core.hold.Hold.Signal.Began;
import conveyarr.notification.core.hold.Hold.Signal.Ended;
import conveyarr.notification.core.hold.Holding;
import conveyarr.notification.out.SeenRows.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits before it is told. */
class WaitingTest {
    static final Target PHONE = Target.everybody("phone");
    static final ComponentId RADARR = new ComponentId("radarr");

    private final List<Effect> asked = new ArrayList<>();
    private Bundle bundle = new Bundle.Empty();
    private Hold hold = new Hold.Calm();

    @Test
    void a_season_that_comes_in_within_three_seconds_is_one_message() {
        for (int episode = 1; episode <= 24; episode++) {
            arrives(episode(episode), NOON.plusMillis(125L * episode), season(Duration.ZERO));
        }
        clock(at(22));
        assertThat(asked).isEmpty();
        clock(at(23));
        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.parts()).hasSize(24);
            assertThat(message.edits()).isEmpty();
        });
        clock(at(999));
        assertThat(asked).hasSize(1);
    }

    @Test
    void that_a_long_season_is_complete_is_named_however_many_episodes_came_before() {
        IntStream.rangeClosed(1, 60).forEach(i -> arrives(episode(i), NOON, season(Duration.ZERO)));
        arrives(news(new SeasonCompleted(MediaId.series(1), 1, 60), 61), NOON, season(Duration.ZERO));
        clock(at(20));
        assertThat(delivered().getFirst().news().getFirst().isSeason()).isTrue();
        assertThat(delivered().getFirst().parts()).hasSize(61);
    }

    @Test
    void a_season_that_trickles_in_is_told_after_the_longest_wait() {
        IntStream.rangeClosed(0, 30).forEach(i -> {
            arrives(episode(i), at(15 * i), season(Duration.ZERO));
            clock(at(15 * i));
        });
        assertThat(delivered()).extracting(message -> message.parts().size()).containsExactly(21);
    }

    @Test
    void what_comes_late_makes_the_message_grow_where_the_channel_can_change_it() {
        var terms = season(Duration.ofHours(1));
        arrives(episode(1), NOON, terms);
        clock(at(20));
        arrives(episode(2), at(600), terms);
        clock(at(620));
        arrives(episode(3), at(700), terms);
        clock(at(720));
        String first = delivered().getFirst().id() + "|phone";
        assertThat(delivered()).extracting(message -> message.parts().size()).containsExactly(1, 2, 3);
        assertThat(delivered())
                .extracting(Deliver::edits)
                .containsExactly(Optional.empty(), Optional.of(first), Optional.of(first));
        assertThat(delivered()).extracting(Deliver::id).doesNotHaveDuplicates();
        assertThat(delivered())
                .extracting(message -> message.fresh().parts())
                .containsExactly(
                        List.of(episode(1).event()),
                        List.of(episode(2).event()),
                        List.of(episode(3).event()));
        arrives(episode(4), at(9999), terms);
        clock(at(10_100));
        assertThat(delivered().getLast().parts()).hasSize(1);
        assertThat(delivered().getLast().edits()).isEmpty();
    }

    @Test
    void an_event_that_stays_alone_keeps_its_own_id() {
        arrives(episode(1), NOON, season(Duration.ZERO));
        clock(at(20));
        assertThat(delivered())
                .extracting(Deliver::id)
                .containsExactly(episode(1).event());
    }

    @Test
    void the_end_of_the_night_is_not_put_off_by_what_happens_in_it() {
        var night = new Terms(
                "quiet|phone", Kind.QUIET, Duration.ZERO, Duration.ZERO, Optional.of(at(1000)), Duration.ZERO);
        var later = new Terms(
                "quiet|phone", Kind.QUIET, Duration.ZERO, Duration.ZERO, Optional.of(at(1500)), Duration.ZERO);
        arrives(episode(1), NOON, night);
        arrives(episode(2), at(999), later);
        clock(at(999));
        assertThat(asked).isEmpty();
        clock(at(1000));
        assertThat(delivered())
                .singleElement()
                .extracting(message -> message.parts().size())
                .isEqualTo(2);
    }

    @Test
    void several_that_come_late_together_are_all_that_is_new() {
        var terms = season(Duration.ofHours(1));
        arrives(episode(1), NOON, terms);
        clock(at(20));
        arrives(episode(2), at(600), terms);
        arrives(episode(3), at(601), terms);
        arrives(episode(3), at(602), terms);
        arrives(episode(1), at(603), terms);
        assertThat(Json.read(Json.write(bundle), Bundle.Collecting.class)).isEqualTo(bundle);
        clock(at(700));
        assertThat(delivered().getLast().parts()).hasSize(3);
        assertThat(delivered().getLast().fresh().parts())
                .containsExactly(episode(2).event(), episode(3).event());
        assertThat(Json.read(Json.write(delivered().getLast()), Deliver.class))
                .isEqualTo(delivered().getLast());
        assertThat(Json.read(Json.write(bundle), Bundle.Told.class)).isEqualTo(bundle);
    }

    /** We were away at the end of the night, or its hours were changed: then it is quiet again when the list is to be told. */
    @Test
    void what_meets_quiet_hours_twice_waits_for_the_end_of_the_second() {
        var first = Terms.quiet(PHONE, at(1000));
        var second = Terms.quiet(PHONE, at(9000));
        arrives(episode(1), NOON, first);
        clock(at(5000));
        Deliver list = delivered().getFirst();
        bundle = new Bundle.Empty(); // the second night is another bundle
        assertThat(second.key()).isNotEqualTo(first.key());
        take(new Bundling().on(bundle, new Arrived(PHONE, second, list.load(), at(5000))));
        clock(at(9000));
        assertThat(delivered()).hasSize(2);
    }

    /** What was done for it is committed, and that it was is not: the call comes again, at another hour. */
    @Test
    void what_the_quiet_hours_keep_is_not_told_again_by_the_call_that_gave_it_to_them() {
        arrives(episode(1), NOON, season(Duration.ZERO));
        clock(at(20));
        Deliver call = delivered().getFirst();
        String event = call.id().toString();
        var collected = "season|library.available.v1|series:tvdb:1||phone";
        assertThat(new Seen(List.of(collected)).settles(call)).isFalse();
        assertThat(new Seen(List.of(collected, event + "|phone")).settles(call)).isTrue();
        assertThat(new Seen(List.of(collected, Terms.quiet(PHONE, at(9000)).key())).settles(call))
                .isTrue();
        var other = Target.parse("mail|phone");
        assertThat(new Seen(List.of(
                                event + "|mail|phone",
                                Terms.quiet(other, at(9000)).key()))
                        .settles(call))
                .isFalse();
    }

    @Test
    void what_one_night_kept_is_told_after_it_or_kept_by_the_next() {
        arrives(episode(1), NOON, Terms.quiet(PHONE, at(1000)));
        clock(at(1000));
        Deliver call = delivered().getFirst();
        String night = Terms.quiet(PHONE, at(1000)).key();
        assertThat(new Seen(List.of(night)).settles(call)).isFalse();
        assertThat(new Seen(List.of(night, Terms.quiet(PHONE, at(9000)).key())).settles(call))
                .isTrue();
    }

    /** One of an earlier version says not when it was due: it is told. */
    @Test
    void what_an_earlier_version_had_ready_is_told() {
        arrives(episode(1), NOON, Terms.quiet(PHONE, at(1000)));
        clock(at(1000));
        String now = Json.write(delivered().getFirst());
        var before = Json.read(now.replaceFirst(",\"dueAt\":\"[^\"]*\"", ""), Deliver.class);
        assertThat(before.dueAt()).isEmpty();
        assertThat(new Seen(List.of(Terms.quiet(PHONE, at(1000)).key())).settles(before))
                .isFalse();
    }

    @Test
    void a_channel_that_is_called_like_a_trouble_or_a_person_is_told_apart() {
        String event = episode(1).event().toString();
        assertThat(new Seen(List.of("component:radarr|down")).at(Target.everybody("down")))
                .isFalse();
        assertThat(new Seen(List.of(event + "|phone|p_1")).at(Target.everybody("p_1")))
                .isFalse();
        for (String start : List.of(
                event,
                "digest",
                "storm|download.failed.v1",
                "quiet|2030-01-01T07:00:00Z",
                "season|library.available.v1|series:tvdb:1|S01",
                "season|library.available.v1|series:tvdb:1|")) {
            assertThat(new Seen(List.of(start + "|phone|p_1")).at(Target.parse("phone|p_1")))
                    .as(start)
                    .isTrue();
            assertThat(new Seen(List.of(start + "|phone")).at(PHONE)).as(start).isTrue();
        }
    }

    @Test
    void a_storm_names_the_first_and_counts_all() {
        IntStream.range(0, 500).forEach(i -> arrives(episode(i), at(1), season(Duration.ZERO)));
        clock(at(60));
        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.news()).hasSize(50);
            assertThat(message.count()).isEqualTo(500);
        });
    }

    /** 500 a second for the longest wait. All of it is written with each of them. */
    @Test
    void a_storm_of_15000_is_no_larger_than_one_of_some_hundreds_and_says_how_many_there_were() {
        IntStream.range(0, 300).forEach(i -> arrives(episode(i), at(1), season(Duration.ZERO)));
        int some = Json.write(bundle).length();
        IntStream.range(300, 15_000).forEach(i -> arrives(episode(i), at(1), season(Duration.ZERO)));
        assertThat(Json.write(bundle).length()).isLessThan(some + 10);
        assertThat(Json.read(Json.write(bundle), Bundle.Collecting.class)).isEqualTo(bundle);
        clock(at(60));
        assertThat(delivered()).singleElement().satisfies(message -> {
            assertThat(message.count()).isEqualTo(15_000);
            assertThat(message.parts()).hasSizeLessThan(1000);
            assertThat(Json.read(Json.write(message), Deliver.class)).isEqualTo(message);
        });
    }

    @Test
    void what_is_kept_for_the_end_of_the_night_counts_all_of_two_storms() {
        IntStream.range(0, 400).forEach(i -> arrives(episode(i), at(1), season(Duration.ZERO)));
        clock(at(60));
        bundle = new Bundle.Empty();
        IntStream.range(400, 1000).forEach(i -> arrives(episode(i), at(61), season(Duration.ZERO)));
        clock(at(120));
        bundle = new Bundle.Empty();
        var night = Terms.quiet(PHONE, at(1000));
        delivered().forEach(storm -> take(new Bundling().on(bundle, new Arrived(PHONE, night, storm.load(), at(130)))));
        clock(at(1000));
        assertThat(delivered().getLast().count()).isEqualTo(1000);
    }

    /** As they were written before there was a limit. */
    @Test
    void what_was_written_by_an_earlier_version_is_read() {
        arrives(episode(1), NOON, season(Duration.ZERO));
        var before = Json.write(bundle).replace(",\"others\":0", "");
        assertThat(before).doesNotContain("others");
        assertThat(Json.read(before, Bundle.Collecting.class)).isEqualTo(bundle);
    }

    @Test
    void what_waits_is_the_same_after_a_restart() {
        arrives(episode(1), NOON, season(Duration.ofHours(1)));
        assertThat(Json.read(Json.write(bundle), Bundle.Collecting.class)).isEqualTo(bundle);
        clock(at(20));
        assertThat(Json.read(Json.write(bundle), Bundle.Told.class)).isEqualTo(bundle);
        assertThat(Json.read(Json.write(delivered().getFirst()), Deliver.class))
                .isEqualTo(delivered().getFirst());
        hold(new Began(down(0), at(120)));
        assertThat(Json.read(Json.write(hold), Hold.Suspected.class)).isEqualTo(hold);
    }

    @Test
    void a_trouble_that_passes_is_not_told_and_neither_is_its_end() {
        hold(new Began(down(0), at(120)), new Ended(back(119)), new Hold.Signal.ClockTicked(at(120)));
        assertThat(asked).isEmpty();
        assertThat(hold).isInstanceOf(Hold.Calm.class);
    }

    @Test
    void a_trouble_that_lasts_is_told_once_and_so_is_its_end_with_how_long_it_took() {
        hold(
                new Began(down(0), at(120)),
                new Began(down(60), at(180)),
                new Hold.Signal.ClockTicked(at(119)),
                new Hold.Signal.ClockTicked(at(120)),
                new Hold.Signal.ClockTicked(at(121)),
                new Ended(back(300)),
                new Ended(back(300)));
        assertThat(asked).hasSize(2).first().isEqualTo(new Spread(down(0)));
        assertThat(((Spread) asked.getLast()).news().facts()).containsEntry("lasted", "PT5M");
    }

    @Test
    void the_end_of_an_earlier_trouble_does_not_end_this_one() {
        hold(new Began(down(10), at(130)), new Ended(back(5)), new Hold.Signal.ClockTicked(at(130)));
        assertThat(asked).hasSize(1);
        hold(new Ended(back(5)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_end_without_a_beginning_is_no_news() {
        hold(new Ended(news(new VpnRestored(new ComponentId("vpn"), Optional.empty(), List.of()), 1)));
        assertThat(asked).isEmpty();
    }

    private void arrives(News news, Instant now, Terms terms) {
        take(new Bundling().on(bundle, new Arrived(PHONE, terms, Load.of(news), now)));
    }

    private void clock(Instant now) {
        take(new Bundling().on(bundle, new Bundle.Signal.ClockTicked(now)));
    }

    private void take(Next<Bundle> next) {
        bundle = next.state();
        asked.addAll(next.effects());
    }

    private void hold(Hold.Signal... signals) {
        for (Hold.Signal signal : signals) {
            var next = new Holding().on(hold, signal);
            hold = next.state();
            asked.addAll(next.effects());
        }
    }

    private List<Deliver> delivered() {
        return asked.stream().map(Deliver.class::cast).toList();
    }

    private static Terms season(Duration editFor) {
        return new Terms(
                "season", Kind.SEASON, Duration.ofSeconds(20), Duration.ofMinutes(5), Optional.empty(), editFor);
    }

    private static News episode(int number) {
        return news(new MediaBecameAvailable(MediaId.series(1), Optional.empty(), Optional.of("e" + number)), number);
    }

    private static News down(int second) {
        return news(new ComponentWentDown(RADARR, "radarr", "refused"), second);
    }

    private static News back(int second) {
        return news(new ComponentCameBack(RADARR, "radarr", Duration.ofSeconds(1)), second);
    }

    private static News news(DomainEvent event, int second) {
        var occurrence = Occurrence.at(at(second), Via.HOOK, "test", NaturalKey.of(event.wireName(), second));
        return News.of(event, occurrence).orElseThrow();
    }
}
