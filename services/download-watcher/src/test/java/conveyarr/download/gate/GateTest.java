package conveyarr.download.gate;

import static conveyarr.download.gate.GateStory.POLICY;
import static conveyarr.download.gate.GateStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Call.Listen;
import conveyarr.download.core.Call.PauseHeld;
import conveyarr.download.core.Call.ResumeHeld;
import conveyarr.download.core.Hold;
import conveyarr.download.core.gate.GatePolicy;
import conveyarr.download.core.gate.GateSignal.*;
import conveyarr.download.core.gate.Timetable;
import conveyarr.download.core.gate.Window;
import conveyarr.events.ComponentId;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.HealthEvent.VpnState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final ComponentId QBIT = new ComponentId("qbit");

    @Test
    void a_vpn_drop_pauses_all_that_run_in_one_call_and_resumes_exactly_those() {
        var story = running().has(Pull.PAUSED, "user");
        story.vpn(10, VpnState.DOWN)
                .look(12)
                .look(14)
                .vpn(190, VpnState.UP)
                .look(192)
                .look(200)
                .look(210);
        assertThat(story.all(PauseHeld.class)).containsExactly(new PauseHeld("qbit", 1, Set.of("a", "b", "c")));
        assertThat(story.all(ResumeHeld.class)).containsExactly(new ResumeHeld("qbit", 2, Set.of("a", "b", "c")));
        assertThat(story.gate.ours()).isEmpty();
        assertThat(story.told())
                .containsExactly(
                        new ClientHeld(QBIT, HoldReason.VPN_DOWN, "the VPN is down", 3),
                        new ClientReleased(QBIT, HoldReason.VPN_DOWN, Duration.ofSeconds(180), 3));
    }

    @Test
    void nothing_acts_on_a_word_that_is_too_old_nor_on_none() {
        var story = new GateStory(POLICY).has(Pull.MOVES, "a").look(0);
        assertThat(story.gate.first()).contains(HoldReason.VPN_UNKNOWN);
        story.vpn(10, VpnState.DOWN).look(12).look(150).look(160);
        assertThat(story.all(ResumeHeld.class)).as("stale: what holds stays").isEmpty();
        assertThat(story.gate.ours()).containsOnlyKeys("a");
        assertThat(story.gate.first()).contains(HoldReason.VPN_DOWN);
        assertThat(story.told())
                .noneMatch(told -> told instanceof ClientReleased e && e.reason() == HoldReason.VPN_DOWN);
        story.vpn(170, VpnState.UP).look(172);
        assertThat(story.all(ResumeHeld.class)).hasSize(1);
        story.vpn(180, VpnState.UNKNOWN).look(182).look(184);
        assertThat(story.all(PauseHeld.class)).as("unknown pauses nothing").hasSize(1);
    }

    @Test
    void what_begins_during_the_drop_is_held_too_and_what_somebody_resumes_is_theirs() {
        var story = running().vpn(10, VpnState.DOWN).look(12).look(14);
        story.has(Pull.THIRSTS, "new").look(16).look(18);
        story.has(Pull.THIRSTS, "a").look(20).look(60);
        assertThat(story.pull("a")).isEqualTo(Pull.THIRSTS);
        assertThat(story.gate.holdOf("a", false)).contains(new Hold(HoldReason.VPN_DOWN, false));
        story.vpn(70, VpnState.UP).look(72);
        assertThat(story.all(ResumeHeld.class).getFirst().hashes()).containsExactlyInAnyOrder("b", "c", "new");
    }

    @Test
    void a_pause_that_did_not_arrive_is_asked_for_again_and_so_is_a_resume() {
        var story = running();
        story.obeys = false;
        story.vpn(10, VpnState.DOWN).look(12).look(20).look(33);
        assertThat(story.all(PauseHeld.class)).hasSize(2);
        story.has(Pull.PAUSED, "a", "b", "c").look(35);
        story.vpn(40, VpnState.UP).look(42).look(50).look(63);
        assertThat(story.all(ResumeHeld.class)).hasSize(2);
    }

    @Test
    void one_that_a_person_pauses_while_it_is_held_stays_paused() {
        var story = running().vpn(10, VpnState.DOWN).look(12).look(14);
        story.on(new Claimed(at(15), "a")).vpn(20, VpnState.UP).look(22);
        assertThat(story.all(ResumeHeld.class).getFirst().hashes()).containsExactlyInAnyOrder("b", "c");
        assertThat(story.pull("a")).isEqualTo(Pull.PAUSED);
    }

    @Test
    void a_second_drop_before_all_go_on_loses_none() {
        var story = running().vpn(10, VpnState.DOWN).look(12).look(14);
        story.obeys = false;
        story.vpn(20, VpnState.UP).look(22);
        story.vpn(24, VpnState.DOWN).look(26).look(28);
        story.obeys = true;
        story.vpn(60, VpnState.UP).look(62);
        assertThat(story.all(ResumeHeld.class).getLast().hashes()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_client_that_starts_anew_in_a_hold_has_forgotten_nothing_of_ours() {
        for (Pull first : List.of(Pull.BUSY, Pull.QUEUES)) {
            var story = running()
                    .has(Pull.PAUSED, "user")
                    .vpn(10, VpnState.DOWN)
                    .look(12)
                    .look(14);
            story.on(new ClientSilent(at(16))).on(new ClientSilent(at(18)));
            story.has(first, "a", "b").gone("c");
            story.vpn(80, VpnState.DOWN).look(82).look(84);
            story.has(Pull.PAUSED, "a", "b", "c", "user").look(100);
            story.vpn(120, VpnState.UP).look(122).look(140).look(150);
            assertThat(story.all(PauseHeld.class)).as("%s", first).hasSize(1);
            assertThat(story.all(ResumeHeld.class))
                    .extracting(ResumeHeld::hashes)
                    .containsExactly(Set.of("a", "b", "c"));
            assertThat(story.gate.ours()).isEmpty();
        }
    }

    @Test
    void one_that_is_not_shown_yet_when_the_hold_ends_is_resumed_when_it_is() {
        var story = running().vpn(10, VpnState.DOWN).look(12).look(14);
        story.gone("c");
        story.vpn(20, VpnState.UP).look(22).look(30);
        story.has(Pull.PAUSED, "c").look(60);
        assertThat(story.all(ResumeHeld.class))
                .extracting(ResumeHeld::hashes)
                .containsExactly(Set.of("a", "b"), Set.of("c"));
    }

    @Test
    void one_that_is_checked_after_its_resume_and_shows_paused_again_is_resumed_again() {
        var story = running().vpn(10, VpnState.DOWN).look(12).look(14).vpn(20, VpnState.UP);
        story.obeys = false;
        story.look(22).has(Pull.BUSY, "a", "b", "c").look(24).look(60);
        story.has(Pull.PAUSED, "a", "b", "c").look(62);
        assertThat(story.all(ResumeHeld.class)).hasSize(2);
    }

    @Test
    void what_is_complete_or_long_gone_is_not_ours_any_more() {
        var story = running().vpn(10, VpnState.DOWN).look(12).look(14);
        story.has(Pull.DONE, "a").gone("b");
        story.look(16);
        assertThat(story.gate.ours()).containsOnlyKeys("b", "c");
        for (int second = 40; second <= 315; second += 25) {
            story.vpn(second, VpnState.DOWN).look(second);
        }
        assertThat(story.gate.ours()).containsKey("b");
        story.look(320);
        assertThat(story.gate.ours()).containsOnlyKeys("c");
    }

    /** After a restart of the whole machine it shows its transfers one after the other, and so it does after a silence of its own. */
    @Test
    void while_nobody_could_see_it_nothing_was_missing() {
        for (boolean silent : new boolean[] {true, false}) {
            var story = running().vpn(10, VpnState.DOWN).look(12).look(14);
            story.gone("c");
            story.look(16);
            if (silent) {
                story.on(new ClientSilent(at(100)));
            }
            story.vpn(900, VpnState.DOWN).look(902);
            assertThat(story.gate.ours()).as("silent: %s", silent).containsKey("c");
            story.has(Pull.PAUSED, "c").look(904).vpn(910, VpnState.UP).look(912);
            assertThat(story.all(ResumeHeld.class).getLast().hashes()).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void an_older_word_and_an_older_look_say_nothing() {
        var story = running().vpn(10, VpnState.DOWN).look(12);
        story.vpn(5, VpnState.UP).look(11);
        assertThat(story.gate.first()).contains(HoldReason.VPN_DOWN);
    }

    @Test
    void a_client_that_is_not_behind_the_vpn_does_not_care() {
        var own = new GatePolicy("qbit", false, POLICY.pausing(), POLICY.vpnFresh(), POLICY.disk(), POLICY.hours());
        var story =
                new GateStory(own).has(Pull.MOVES, "a").vpn(0, VpnState.DOWN).look(2);
        assertThat(story.gate.holds()).isEmpty();
    }

    @Test
    void without_the_switch_the_clock_stands_still_and_nothing_is_paused() {
        var watching = new GatePolicy(
                "qbit", true, EnumSet.noneOf(HoldReason.class), POLICY.vpnFresh(), POLICY.disk(), POLICY.hours());
        var story = new GateStory(watching)
                .has(Pull.MOVES, "a")
                .vpn(0, VpnState.DOWN)
                .look(2);
        assertThat(story.all(PauseHeld.class)).isEmpty();
        assertThat(story.gate.holdOf("a", false)).contains(new Hold(HoldReason.VPN_DOWN, false));
        assertThat(story.gate.holdOf("paused by its owner", true)).isEmpty();
    }

    @Test
    void the_disk_guard_does_not_flutter_and_tells_once_each() {
        var story = running();
        int second = 12;
        for (long free : new long[] {9, 4, 6, 9, 4, 9, 11}) {
            story.stand = new Stand(Link.CONNECTED, Optional.of(free), Optional.empty(), Optional.empty());
            story.vpn(10, VpnState.UP).look(second += 2);
        }
        story.look(100);
        assertThat(story.told()).hasExactlyElementsOfTypes(ClientHeld.class, ClientReleased.class);
        assertThat(story.all(PauseHeld.class)).hasSize(1);
        assertThat(story.all(ResumeHeld.class)).hasSize(1);
    }

    @Test
    void two_reasons_hold_until_both_are_over() {
        var story = running().vpn(10, VpnState.DOWN).look(12);
        story.stand = new Stand(Link.CONNECTED, Optional.of(4L), Optional.empty(), Optional.empty());
        story.look(14).vpn(20, VpnState.UP).look(22).look(24);
        assertThat(story.all(ResumeHeld.class)).isEmpty();
        story.stand = Stand.FINE;
        story.stand = new Stand(Link.CONNECTED, Optional.of(40L), Optional.empty(), Optional.empty());
        story.look(26);
        assertThat(story.all(ResumeHeld.class)).hasSize(1);
    }

    @Test
    void outside_its_hours_it_rests_over_midnight_too() {
        var night = new Window(EnumSet.allOf(DayOfWeek.class), LocalTime.of(11, 0), LocalTime.of(12, 0));
        var policy = new GatePolicy(
                "qbit",
                false,
                POLICY.pausing(),
                POLICY.vpnFresh(),
                POLICY.disk(),
                new Timetable(List.of(night), List.of(), ZoneOffset.UTC));
        var story =
                new GateStory(policy).has(Pull.MOVES, "a").look(-10).look(-5).look(1);
        assertThat(story.all(PauseHeld.class)).hasSize(1);
        assertThat(story.all(ResumeHeld.class)).hasSize(1);
    }

    @Test
    void after_a_drop_the_listener_is_opened_anew_before_anything_is_resumed() {
        var story = running();
        story.stand = listening(51413, Link.CONNECTED);
        story.vpn(1, VpnState.UP, 51413).look(2).vpn(10, VpnState.DOWN).look(12);
        story.vpn(20, VpnState.UP, 51413).look(22);
        assertThat(story.all(Listen.class)).containsExactly(new Listen("qbit", 51413, true));
        assertThat(story.all(ResumeHeld.class)).isEmpty();
        story.look(26);
        assertThat(story.all(ResumeHeld.class)).hasSize(1);
        assertThat(story.told()).contains(new ListenPortSet(QBIT, 51413, 51413, true));
    }

    @Test
    void a_reopening_that_fails_once_is_waited_for_before_anything_is_resumed() {
        var story = running();
        story.stand = listening(51413, Link.CONNECTED);
        story.vpn(1, VpnState.UP, 51413).look(2).vpn(10, VpnState.DOWN).look(12).look(14);
        story.obeys = false;
        story.vpn(20, VpnState.UP, 51413).look(22).look(24).look(30);
        assertThat(story.all(Listen.class)).as("not at every look").hasSize(1);
        assertThat(story.all(ResumeHeld.class)).as("the call is tried again").isEmpty();
        story.obeys = true;
        story.listened(51413);
        story.look(32);
        assertThat(story.all(ResumeHeld.class)).hasSize(1);
        assertThat(story.told()).contains(new ListenPortSet(QBIT, 51413, 51413, true));
    }

    @Test
    void a_reopening_for_a_port_that_is_another_by_now_is_none() {
        var story = running();
        story.stand = listening(51413, Link.CONNECTED);
        story.vpn(1, VpnState.UP, 51413).look(2).vpn(10, VpnState.DOWN).look(12).look(14);
        story.obeys = false;
        story.vpn(20, VpnState.UP, 51413).look(22).vpn(24, VpnState.UP, 40000);
        story.listened(51413);
        story.stand = listening(40000, Link.CONNECTED);
        story.look(26);
        assertThat(story.all(ResumeHeld.class)).isEmpty();
        story.look(28);
        story.listened(40000);
        story.look(30);
        assertThat(story.all(ResumeHeld.class)).hasSize(1);
    }

    @Test
    void a_port_that_comes_later_than_the_tunnel_is_waited_for_but_not_for_ever() {
        for (boolean comes : new boolean[] {true, false}) {
            var story = running();
            story.stand = listening(51413, Link.CONNECTED);
            story.vpn(1, VpnState.UP, 51413).look(2).vpn(10, VpnState.DOWN).look(12);
            story.vpn(20, VpnState.UP).look(22).look(26);
            assertThat(story.all(ResumeHeld.class)).isEmpty();
            if (comes) {
                story.vpn(30, VpnState.UP, 51413).look(32).look(36);
                assertThat(story.all(Listen.class)).containsExactly(new Listen("qbit", 51413, true));
            } else {
                story.look(82);
            }
            assertThat(story.all(ResumeHeld.class)).hasSize(1);
        }
    }

    @Test
    void another_forwarded_port_is_set_and_one_that_cannot_be_set_is_told_once() {
        var story = running();
        story.stand = listening(6881, Link.DEAF);
        for (int second = 1; second < 900; second += 10) {
            story.vpn(second, VpnState.UP, 51413).look(second + 1);
        }
        assertThat(story.all(Listen.class))
                .hasSize(3)
                .allMatch(listen -> listen.equals(new Listen("qbit", 51413, false)));
        assertThat(story.told()).filteredOn(ListenPortFailed.class::isInstance).hasSize(1);
    }

    @Test
    void a_client_that_nobody_ever_reaches_is_held_for_a_quarter_of_an_hour_once() {
        var story = running();
        story.stand = listening(51413, Link.DEAF);
        for (int second = 1; second < 7200; second += 10) {
            story.vpn(second, VpnState.UP, 51413).look(second + 1);
        }
        assertThat(story.gate.holds()).isEmpty();
        assertThat(story.told())
                .filteredOn(told -> told instanceof ClientHeld || told instanceof ClientReleased)
                .hasExactlyElementsOfTypes(ClientHeld.class, ClientReleased.class);
        story.stand = listening(51413, Link.CONNECTED);
        story.look(7210);
        story.stand = listening(51413, Link.DEAF);
        story.vpn(7220, VpnState.UP, 51413).look(7221).look(7245);
        assertThat(story.gate.first()).as("another time").contains(HoldReason.CLIENT_DEAF);
    }

    @Test
    void an_idle_client_that_nobody_reaches_is_left_alone_until_it_wants_something() {
        var story = new GateStory(POLICY).has(Pull.PAUSED, "user").has(Pull.DONE, "seeds");
        story.stand = listening(51413, Link.DEAF);
        for (int second = 1; second < 900; second += 10) {
            story.vpn(second, VpnState.UP, 51413).look(second + 1);
        }
        assertThat(story.effects).isEmpty();
        story.has(Pull.THIRSTS, "new").look(900);
        assertThat(story.all(Listen.class)).hasSize(1);
        assertThat(story.gate.first()).as("how every start looks").isEmpty();
        story.vpn(910, VpnState.UP, 51413).look(922);
        assertThat(story.gate.first()).contains(HoldReason.CLIENT_DEAF);
    }

    @Test
    void an_address_that_the_vpn_had_before_is_no_leak_however_long_the_client_names_it() {
        var story = running();
        story.stand = new Stand(Link.CONNECTED, Optional.empty(), Optional.of(GateStory.ADDRESS), Optional.empty());
        story.look(2);
        story.on(new VpnTold(at(10), VpnState.DOWN, Optional.empty(), List.of()))
                .look(12);
        for (int second = 20; second < 600; second += 10) {
            story.on(new VpnTold(at(second), VpnState.UP, Optional.of("185.65.135.7"), List.of()))
                    .look(second + 2);
        }
        assertThat(story.told()).noneMatch(LeakFound.class::isInstance);
        story.stand = new Stand(Link.CONNECTED, Optional.empty(), Optional.of("203.0.113.7"), Optional.empty());
        story.look(612).look(675);
        assertThat(story.told()).anyMatch(LeakFound.class::isInstance);
    }

    @Test
    void an_address_that_stays_another_than_the_vpns_is_a_leak_and_one_moment_is_none() {
        var story = running();
        story.stand = new Stand(Link.CONNECTED, Optional.empty(), Optional.of("203.0.113.7"), Optional.empty());
        story.vpn(10, VpnState.UP).look(12).look(60);
        assertThat(story.gate.holds()).isEmpty();
        story.look(73);
        assertThat(story.told()).contains(new LeakFound(QBIT, "203.0.113.7", GateStory.ADDRESS));
        assertThat(story.all(PauseHeld.class)).hasSize(1);
        story.stand = Stand.FINE;
        story.look(80);
        assertThat(story.told()).contains(new LeakEnded(QBIT, Duration.ofSeconds(7)));
    }

    @Test
    void when_all_stop_at_once_it_is_not_the_fault_of_each() {
        var story = new GateStory(POLICY)
                .has(Pull.MOVES, "a", "b", "c", "d", "e")
                .vpn(0, VpnState.UP)
                .look(2);
        story.has(Pull.THIRSTS, "a", "b", "c", "d", "e").vpn(60, VpnState.UP).look(62);
        assertThat(story.gate.first()).isEmpty();
        story.vpn(110, VpnState.UP).look(112);
        assertThat(story.gate.first()).contains(HoldReason.MANY_STALLED);
        story.has(Pull.MOVES, "a", "b").look(114);
        assertThat(story.gate.first()).isEmpty();
    }

    @Test
    void with_little_patience_it_is_known_before_any_is_stalled() {
        var hasty = new GatePolicy(
                "qbit",
                true,
                POLICY.pausing(),
                POLICY.vpnFresh(),
                POLICY.disk(),
                POLICY.hours(),
                Duration.ofMinutes(1));
        var story = new GateStory(hasty)
                .has(Pull.MOVES, "a", "b", "c", "d", "e")
                .vpn(0, VpnState.UP)
                .look(2);
        story.has(Pull.THIRSTS, "a", "b", "c", "d", "e").look(4).look(30);
        assertThat(story.gate.first()).isEmpty();
        story.look(32);
        assertThat(story.gate.first()).contains(HoldReason.MANY_STALLED);
    }

    @Test
    void a_silent_client_says_nothing_of_its_downloads() {
        var story = running().vpn(10, VpnState.DOWN).look(12).look(14);
        story.on(new ClientSilent(at(16))).on(new ClientSilent(at(18))).again(0);
        assertThat(story.gate.holds()).as("twice is little").doesNotContainKey(HoldReason.CLIENT_UNREACHABLE);
        story.on(new ClientSilent(at(20))).on(new ClientSilent(at(22)));
        assertThat(story.gate.ours()).containsOnlyKeys("a", "b", "c");
        assertThat(story.gate.holds()).containsEntry(HoldReason.CLIENT_UNREACHABLE, at(16));
        story.vpn(30, VpnState.UP).look(32).on(new ClientSilent(at(31)));
        assertThat(story.gate.holds()).isEmpty();
        assertThat(story.told())
                .contains(
                        new ClientHeld(QBIT, HoldReason.CLIENT_UNREACHABLE, "it does not answer", 0),
                        new ClientReleased(QBIT, HoldReason.CLIENT_UNREACHABLE, Duration.ofSeconds(16), 0));
        story.on(new ClientSilent(at(34))).on(new ClientSilent(at(36)));
        assertThat(story.gate.holds()).as("an answer ends it").isEmpty();
    }

    private static GateStory running() {
        return new GateStory(POLICY)
                .has(Pull.MOVES, "a", "b", "c")
                .vpn(-2, VpnState.UP)
                .look(0);
    }

    private static Stand listening(int port, Link link) {
        return new Stand(link, Optional.empty(), Optional.empty(), Optional.of(port));
    }
}
