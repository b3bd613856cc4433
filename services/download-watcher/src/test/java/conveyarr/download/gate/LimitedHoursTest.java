package conveyarr.download.gate;

import static conveyarr.download.gate.GateStory.POLICY;
import static conveyarr.download.gate.GateStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Call.GoAt;
import conveyarr.download.core.Call.PauseHeld;
import conveyarr.download.core.gate.GatePolicy;
import conveyarr.download.core.gate.GateSignal.ClientSilent;
import conveyarr.download.core.gate.GateSignal.Link;
import conveyarr.download.core.gate.GateSignal.Pull;
import conveyarr.download.core.gate.GateSignal.Stand;
import conveyarr.download.core.gate.GateSignal.Tempo;
import conveyarr.download.core.gate.Slow;
import conveyarr.download.core.gate.Timetable;
import conveyarr.download.core.gate.Window;
import conveyarr.events.ComponentId;
import conveyarr.events.DownloadEvent.ClientAtFullSpeed;
import conveyarr.events.DownloadEvent.ClientSlowed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The hours of little speed are from 12:00 to 12:10; the client goes at 5000 before, and at 1000 in them. */
class LimitedHoursTest {
    private static final ComponentId QBIT = new ComponentId("qbit");
    private static final int BEGIN = 0;
    private static final int END = 600;
    private final GateStory story = new GateStory(policy()).has(Pull.MOVES, "a");

    @Test
    void it_is_slowed_and_gets_back_what_it_had_and_each_is_told_once() {
        goes("5000").look(BEGIN - 2);
        assertThat(story.effects).isEmpty();
        story.look(BEGIN);
        assertThat(story.all(GoAt.class)).containsExactly(new GoAt("qbit", "5000", "1000"));
        assertThat(story.told()).as("told when it is so").isEmpty();
        goes("1000").look(BEGIN + 2).look(BEGIN + 4).look(END - 1);
        assertThat(story.told()).containsExactly(new ClientSlowed(QBIT));
        story.look(END);
        assertThat(story.all(GoAt.class)).last().isEqualTo(new GoAt("qbit", "1000", "5000"));
        goes("5000").look(END + 2).look(END + 4);
        assertThat(story.told())
                .containsExactly(new ClientSlowed(QBIT), new ClientAtFullSpeed(QBIT, Duration.ofSeconds(END + 2)));
        assertThat(story.all(GoAt.class)).hasSize(2);
        assertThat(story.gate.slow()).isEmpty();
        assertThat(story.all(PauseHeld.class)).as("nothing waits for it").isEmpty();
    }

    @Test
    void another_process_gives_back_what_the_first_took() {
        goes("5000").look(BEGIN);
        goes("1000").look(BEGIN + 2);
        var second = new GateStory(policy());
        second.restart(story.gate());
        second.stand = stand("1000");
        second.look(END + 300);
        assertThat(second.all(GoAt.class)).containsExactly(new GoAt("qbit", "1000", "5000"));
    }

    @Test
    void what_somebody_sets_meanwhile_is_theirs_even_when_it_is_the_old_pace() {
        for (String theirs : List.of("3000", "5000")) {
            var one = new GateStory(policy());
            one.stand = stand("5000");
            one.look(BEGIN);
            one.stand = stand("1000");
            one.look(BEGIN + 2);
            one.stand = stand(theirs);
            one.look(BEGIN + 60).look(BEGIN + 200).look(END).look(END + 60);
            assertThat(one.all(GoAt.class)).as(theirs).hasSize(1);
            assertThat(one.gate.slow()).isEmpty();
        }
    }

    @Test
    void one_that_is_slow_already_is_left_alone_and_stays_slow() {
        goes("1000").look(BEGIN).look(END).look(END + 2);
        assertThat(story.effects).isEmpty();
    }

    @Test
    void one_that_forgot_it_in_a_restart_is_told_again() {
        goes("5000").look(BEGIN);
        goes("1000").look(BEGIN + 2);
        story.on(new ClientSilent(at(BEGIN + 60)));
        goes("5000").look(BEGIN + 90);
        assertThat(story.all(GoAt.class)).hasSize(2).allMatch(call -> call.to().equals("1000"));
        goes("1000").look(BEGIN + 92).look(END);
        assertThat(story.all(GoAt.class)).last().isEqualTo(new GoAt("qbit", "1000", "5000"));
    }

    @Test
    void a_word_that_did_not_arrive_is_said_again_but_not_for_ever() {
        goes("5000");
        for (int second = BEGIN; second < END; second += 2) {
            story.look(second);
        }
        assertThat(story.all(GoAt.class)).hasSize(20);
        story.look(END).look(END + 10);
        assertThat(story.gate.slow()).isEmpty();
        assertThat(story.told()).isEmpty();
    }

    @Test
    void a_word_that_is_still_under_way_when_the_hours_end_is_taken_back() {
        goes("5000").look(END - 2).look(END);
        assertThat(story.gate.slow()).as("it may still arrive").isPresent();
        goes("1000").look(END + 2);
        assertThat(story.all(GoAt.class)).last().isEqualTo(new GoAt("qbit", "1000", "5000"));
    }

    @Test
    void only_the_call_that_is_wanted_now_is_made() {
        var slowing = new Slow("5000", "1000", Slow.Step.SLOWING, at(0), at(0), 1);
        assertThat(slowing.wants("5000", "1000")).isTrue();
        assertThat(slowing.wants("1000", "5000")).isFalse();
        var theirs = new Slow("5000", "1000", Slow.Step.LEFT_ALONE, at(0), at(0), 1);
        assertThat(theirs.wants("5000", "1000")).isFalse();
    }

    private GateStory goes(String pace) {
        story.stand = stand(pace);
        return story;
    }

    private static Stand stand(String pace) {
        var tempo = Optional.of(new Tempo(pace, pace.equals("5000") || pace.equals("3000") ? "1000" : pace));
        return new Stand(Link.CONNECTED, Optional.empty(), Optional.empty(), Optional.empty(), tempo);
    }

    private static GatePolicy policy() {
        var ten = new Window(EnumSet.allOf(DayOfWeek.class), LocalTime.of(12, 0), LocalTime.of(12, 10));
        var hours = new Timetable(List.of(), List.of(ten), ZoneOffset.UTC);
        return new GatePolicy("qbit", false, POLICY.pausing(), POLICY.vpnFresh(), POLICY.disk(), hours);
    }
}
