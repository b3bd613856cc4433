package conveyarr.health.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import conveyarr.events.DomainEvent;
import conveyarr.events.HealthEvent.ForwardedPortChanged;
import conveyarr.events.HealthEvent.VpnBecameUnstable;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnNetworkLost;
import conveyarr.events.HealthEvent.VpnNetworkRestored;
import conveyarr.events.HealthEvent.VpnRestartOrdered;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.HealthEvent.VpnSeen;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.health.core.Look.Around;
import conveyarr.health.core.Look.Refusals;
import conveyarr.health.core.Look.RestartAsked;
import conveyarr.health.core.Look.Said;
import conveyarr.health.core.Look.Seen;
import conveyarr.health.core.Look.Unseen;
import conveyarr.health.core.Tunnel.Address;
import conveyarr.health.core.Tunnel.Dropped;
import conveyarr.health.core.Tunnel.Unknown;
import conveyarr.health.core.Tunnel.Up;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VpnWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HOME = "185.65.134.240";
    private static final String ELSEWHERE = "185.65.134.241";
    private static final Around HEALTHY = around(Optional.of(true), false);
    private static final Around SICK = around(Optional.of(false), false);
    private static final Around CALLED = around(Optional.empty(), true);
    private static final Around CALLED_UP = Around.NOTHING.called(Said.UP);
    private static final Around BOTH_GONE =
            new Around(Optional.empty(), List.of(), List.of("qbittorrent", "prowlarr"), Optional.empty());
    private static final Around ONE_GONE =
            new Around(Optional.empty(), List.of(), List.of("qbittorrent"), Optional.empty());
    private static final Around ONE_THERE =
            new Around(Optional.empty(), List.of("qbittorrent"), List.of("prowlarr"), Optional.empty());

    private final VpnWatch watch = new VpnWatch();
    private Tunnel state = new Unknown("gluetun");
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void running_without_an_address_is_not_up_yet() {
        when(seen(0, "running", null));
        assertThat(state).isInstanceOf(Unknown.class);
        when(seen(5, "running", HOME));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(turns()).isEmpty();
    }

    @Test
    void a_tunnel_that_was_up_stays_up_when_only_its_address_is_unknown() {
        when(seen(0, "running", HOME), seen(5, "running", null));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(((Up) state).address().publicAddress()).contains(HOME);
    }

    @Test
    void a_download_client_with_peers_proves_a_tunnel_whose_address_is_unknown() {
        when(seen(0, "running", null, peers(true)));
        assertThat(state).isInstanceOf(Up.class);
        when(
                seen(5, "running", null, peers(true)),
                seen(10, "running", null, peers(true)),
                seen(15, "running", null, peers(true)));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(turns()).isEmpty();
    }

    /** A WireGuard tunnel that died: running, its old address, healthy, and peers that are not missed yet. */
    @Test
    void a_tunnel_through_which_nothing_answers_is_down_after_a_while_whatever_all_others_say() {
        var good = new Around(Optional.of(true), List.of("qbittorrent"), List.of(), Optional.of(true));
        var dead = good.seenThrough(Optional.of(false));
        when(seen(0, "running", HOME, good.seenThrough(Optional.of(true))), seen(5, "running", HOME, dead));
        when(seen(10, "running", HOME, dead));
        assertThat(state).isInstanceOf(Up.class);
        when(seen(15, "running", HOME, dead));
        assertThat(state).isInstanceOf(Dropped.class);
        assertThat(((Dropped) state).reason()).isEqualTo("nothing outside answers through the tunnel");
        when(seen(20, "running", HOME, good));
        assertThat(state).isInstanceOf(Up.class);
    }

    @Test
    void that_something_answers_through_a_tunnel_makes_none_up_that_was_unknown() {
        var answers = Around.NOTHING.seenThrough(Optional.of(true));
        when(seen(0, "running", null, answers), seen(5, "running", null, answers), seen(10, "running", null, answers));
        assertThat(state).isInstanceOf(Unknown.class);
        when(new Look.Unseen(NOON.plusSeconds(60), "no answer", answers));
        assertThat(state).isInstanceOf(Unknown.class);
        when(seen(70, "crashed", null, answers));
        assertThat(state).isInstanceOf(Dropped.class);
    }

    @Test
    void a_tunnel_in_which_no_client_has_a_connection_is_down_after_a_while_whatever_address_it_shows() {
        when(
                seen(0, "running", HOME, peers(true)),
                seen(5, "running", HOME, peers(false)),
                seen(10, "running", HOME, peers(false)));
        assertThat(state).isInstanceOf(Up.class);
        when(seen(15, "running", HOME, peers(false)));
        assertThat(state).isInstanceOf(Dropped.class);
        assertThat(((Dropped) state).reason()).contains("no download client");
    }

    @Test
    void the_gateways_own_check_counts_for_more_than_a_client_without_peers() {
        var sure = new Around(Optional.of(true), List.of("qbittorrent"), List.of(), Optional.of(false));
        when(
                seen(0, "running", HOME, sure),
                seen(5, "running", HOME, sure),
                seen(10, "running", HOME, sure),
                seen(15, "running", HOME, sure));
        assertThat(state).isInstanceOf(Up.class);
    }

    private static Around peers(boolean any) {
        return new Around(Optional.empty(), List.of("qbittorrent"), List.of(), Optional.of(any));
    }

    @Test
    void a_drop_and_its_end_are_told_once_each() {
        when(seen(0, "running", HOME), seen(5, "crashed", null), seen(10, "crashed", null), seen(15, "running", null));
        assertThat(state).isInstanceOf(Dropped.class);
        when(seen(20, "running", ELSEWHERE), seen(25, "running", ELSEWHERE));
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(ids()).doesNotHaveDuplicates();
    }

    @Test
    void a_tunnel_that_is_down_when_we_first_look_is_told_as_dropped() {
        when(seen(0, "stopped", null));
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class);
    }

    @Test
    void an_address_that_is_away_for_three_looks_is_a_drop_and_its_return_the_end() {
        when(
                seen(0, "running", HOME),
                seen(5, "running", null),
                seen(10, "running", null),
                seen(15, "running", HOME),
                seen(20, "running", null),
                seen(25, "running", null));
        assertThat(turns()).isEmpty();
        when(seen(30, "running", null), seen(35, "running", null));
        assertThat(state).isInstanceOf(Dropped.class);
        when(seen(40, "running", HOME));
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(turns().getFirst().toString()).contains("no public address");
    }

    @Test
    void another_address_is_a_drop_that_healed_between_two_looks() {
        when(
                seen(0, "running", HOME),
                seen(5, "running", null),
                seen(10, "running", ELSEWHERE),
                seen(15, "running", ELSEWHERE));
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(ids()).doesNotHaveDuplicates();
        assertThat(state)
                .isInstanceOfSatisfying(Up.class, up -> assertThat(up.since()).isEqualTo(NOON.plusSeconds(10)));
    }

    @Test
    void what_one_look_tells_has_an_order_in_time_so_that_the_end_of_a_drop_is_no_older_word_than_its_begin() {
        when(seen(0, HOME, 51413), seen(5, ELSEWHERE, 51822));
        var told = published().stream()
                .filter(publish -> !publish.occurrence().at().isBefore(NOON.plusSeconds(5)))
                .toList();
        assertThat(told)
                .extracting(Publish::event)
                .hasExactlyElementsOfTypes(
                        VpnDropped.class, VpnRestored.class, ForwardedPortChanged.class, VpnSeen.class);
        assertThat(told)
                .extracting(publish -> publish.occurrence().at())
                .containsExactly(
                        NOON.plusSeconds(5),
                        NOON.plusSeconds(5).plusMillis(1),
                        NOON.plusSeconds(5).plusMillis(2),
                        NOON.plusSeconds(5).plusMillis(3));
        assertThat(heartbeats().getLast().state()).isEqualTo(VpnState.UP);
    }

    @Test
    void a_tunnel_that_is_starting_when_we_first_look_is_not_known_yet() {
        when(seen(0, "starting", null), seen(5, "starting", null));
        assertThat(state).isInstanceOf(Unknown.class);
        assertThat(turns()).isEmpty();
    }

    @Test
    void an_unknown_address_is_no_drop_while_the_gateways_own_health_check_is_good() {
        when(seen(0, "running", HOME));
        for (int second = 5; second <= 60; second += 5) {
            when(seen(second, "running", null, HEALTHY));
        }
        assertThat(state).isInstanceOf(Up.class);
        assertThat(turns()).isEmpty();
    }

    @Test
    void a_silent_death_shows_in_the_health_check_though_word_and_address_stay() {
        when(seen(0, "running", HOME, HEALTHY), seen(5, "running", HOME, SICK), seen(10, "running", HOME, SICK));
        assertThat(state).isInstanceOf(Up.class);
        when(seen(15, "running", HOME, SICK));
        assertThat(state).isInstanceOf(Dropped.class);
    }

    @Test
    void no_address_and_a_failing_health_check_is_a_drop_at_once() {
        when(seen(0, "running", HOME), seen(5, "running", null, SICK));
        assertThat(state).isInstanceOf(Dropped.class);
    }

    @Test
    void the_gateways_own_call_that_its_tunnel_is_down_is_believed_when_the_look_agrees() {
        when(seen(0, "running", HOME), seen(5, "running", HOME, CALLED));
        assertThat(state).isInstanceOf(Up.class);
        when(seen(6, "running", null, CALLED));
        assertThat(state).isInstanceOf(Dropped.class);
    }

    @Test
    void an_address_that_the_gateway_refuses_us_makes_no_drop_and_leaves_the_tunnel_unknown_in_the_end() {
        when(seen(0, "running", HOME), hidden(5, Around.NOTHING), hidden(10, Around.NOTHING));
        assertThat(state).isInstanceOf(Up.class);
        when(hidden(15, Around.NOTHING), hidden(20, Around.NOTHING));
        assertThat(state).isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.why())
                .contains("refuses us its public address"));
        assertThat(state.notes().said().refusals().routes()).containsExactly("GET /v1/publicip/ip");
        assertThat(turns()).isEmpty();
        assertThat(heartbeats().getLast())
                .extracting(VpnSeen::state, VpnSeen::why)
                .containsExactly(VpnState.UNKNOWN, ((Unknown) state).why());
        when(seen(25, "running", HOME));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(state.notes().said().refusals().routes()).isEmpty();
    }

    @Test
    void without_the_address_everything_else_still_counts() {
        when(hidden(0, HEALTHY));
        assertThat(state).isInstanceOf(Up.class);
        when(hidden(5, peers(true)), hidden(10, SICK), hidden(15, SICK), hidden(20, SICK));
        assertThat(state).isInstanceOf(Dropped.class);
        when(hidden(25, CALLED));
        assertThat(state).isInstanceOf(Dropped.class);
        when(hidden(30, peers(true)));
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
    }

    /** A client goes on to say "firewalled" for long in a drop, so that its word ends none that the gateway has told. */
    @Test
    void where_the_gateway_refuses_us_its_address_what_it_calls_itself_counts() {
        when(hidden(0, peers(true)), hidden(5, CALLED));
        assertThat(state).isInstanceOf(Dropped.class);
        when(hidden(10, peers(true)), hidden(15, Around.NOTHING), hidden(90, peers(true)));
        assertThat(state).isNotInstanceOf(Up.class);
        when(hidden(95, CALLED_UP));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(ids()).doesNotHaveDuplicates();
    }

    @Test
    void a_told_drop_ends_when_the_gateways_own_check_is_good_or_its_address_can_be_seen() {
        for (Seen end : List.of(hidden(20, HEALTHY), seen(20, "running", HOME))) {
            state = new Unknown("gluetun");
            when(hidden(0, peers(true)), hidden(5, CALLED), hidden(10, peers(true)), end);
            assertThat(state).isInstanceOf(Up.class);
        }
    }

    @Test
    void what_a_gateway_calls_that_answers_us_nothing_counts_too() {
        when(seen(0, "running", HOME));
        when(new Unseen(NOON.plusSeconds(5), "401", CALLED));
        assertThat(state).isInstanceOf(Dropped.class);
        when(unseen(10), unseen(50));
        assertThat(state).isInstanceOf(Unknown.class);
        when(new Unseen(NOON.plusSeconds(60), "401", CALLED_UP));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
    }

    @Test
    void a_call_of_a_gateway_that_does_not_answer_forgets_no_address_and_no_port() {
        when(seen(0, HOME, 51413), new Unseen(NOON.plusSeconds(5), "401", CALLED_UP));
        assertThat(((Up) state).address()).isEqualTo(new Address(Optional.of(HOME), List.of(51413)));
        assertThat(events(ForwardedPortChanged.class)).isEmpty();
    }

    @Test
    void what_it_calls_is_nothing_against_what_can_be_seen() {
        when(seen(0, "running", HOME), seen(5, "stopped", null, CALLED_UP));
        assertThat(state).isInstanceOf(Dropped.class);
        when(seen(10, "running", null, CALLED_UP));
        assertThat(state).isInstanceOf(Dropped.class);
    }

    @Test
    void ports_that_the_gateway_refuses_us_are_those_that_they_were() {
        var refused = new Refusals(Optional.empty(), Optional.of("GET /v1/portforward"));
        when(seen(0, HOME, 51413));
        when(new Seen(
                NOON.plusSeconds(5), "running", new Address(Optional.of(HOME), List.of()), Around.NOTHING, refused));
        assertThat(((Up) state).address().forwardedPorts()).containsExactly(51413);
        assertThat(events(ForwardedPortChanged.class)).isEmpty();
    }

    @Test
    void a_tunnel_that_is_not_known_yet_says_why() {
        when(seen(0, "starting", null));
        assertThat(((Unknown) state).why()).isEqualTo("the gateway says \"starting\"");
        when(seen(5, "running", null));
        assertThat(((Unknown) state).why()).contains("no public address");
        when(unseen(60));
        assertThat(((Unknown) state).why()).contains("has not said anything");
    }

    private static Seen hidden(int second, Around around) {
        var refused = new Refusals(Optional.of("GET /v1/publicip/ip"), Optional.empty());
        return new Seen(NOON.plusSeconds(second), "running", Address.NONE, around, refused);
    }

    @Test
    void a_gateway_that_does_not_answer_leaves_the_tunnel_unknown_after_half_a_minute() {
        when(seen(0, "running", HOME), unseen(10), unseen(25));
        assertThat(state).isInstanceOf(Up.class);
        when(unseen(30));
        assertThat(state).isInstanceOf(Unknown.class);
        assertThat(turns()).isEmpty();
        assertThat(heartbeats()).extracting(VpnSeen::state).containsExactly(VpnState.UP, VpnState.UNKNOWN);
    }

    @Test
    void a_gateway_that_does_not_answer_with_all_that_is_behind_it_is_a_drop() {
        when(seen(0, "running", HOME), new Unseen(NOON.plusSeconds(40), "connection refused", BOTH_GONE));
        assertThat(state).isInstanceOf(Dropped.class);
    }

    @Test
    void a_drop_that_goes_out_of_sight_is_over_only_when_the_tunnel_is_seen_up() {
        when(seen(0, "running", HOME), seen(5, "crashed", null), unseen(40), unseen(45));
        assertThat(state).isInstanceOf(Unknown.class);
        when(seen(50, "crashed", null), unseen(90), seen(95, "running", ELSEWHERE));
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
    }

    @Test
    void the_state_is_told_at_every_change_and_every_half_minute() {
        for (int second = 0; second <= 65; second += 5) {
            when(seen(second, "running", HOME));
        }
        when(seen(70, "crashed", null));
        assertThat(heartbeats())
                .extracting(VpnSeen::state)
                .containsExactly(VpnState.UP, VpnState.UP, VpnState.UP, VpnState.DOWN);
        assertThat(heartbeats()).extracting(VpnSeen::since).contains(NOON, NOON.plusSeconds(70));
    }

    @Test
    void a_forwarded_port_that_changes_is_told_with_the_one_before() {
        when(seen(0, HOME, 51413), seen(5, HOME, 51413), seen(10, HOME, 51822));
        assertThat(events(ForwardedPortChanged.class))
                .extracting(ForwardedPortChanged::before, ForwardedPortChanged::now)
                .containsExactly(tuple(List.of(51413), List.of(51822)));
    }

    @Test
    void three_drops_within_ten_minutes_are_told_once_until_it_holds_again() {
        for (int minute = 0; minute < 5; minute++) {
            when(seen(minute * 60, "running", HOME), seen(minute * 60 + 30, "crashed", null));
        }
        assertThat(events(VpnBecameUnstable.class)).hasSize(1);
        when(seen(20 * 60, "running", HOME));
        assertThat(state.notes().unstableSince()).isEmpty();
    }

    /** Gluetun tries again after 15, 30, 60 s and so on; "running" is only the start of its VPN process. */
    @Test
    void a_tunnel_that_crashes_again_and_again_and_never_comes_up_is_unstable() {
        when(seen(0, "running", HOME), seen(5, "crashed", null), seen(10, "crashed", null));
        when(seen(20, "starting", null), seen(25, "crashed", null), seen(50, "crashed", null));
        assertThat(events(VpnBecameUnstable.class)).isEmpty();
        when(seen(55, "running", null), seen(60, "crashed", null));
        assertThat(events(VpnBecameUnstable.class))
                .extracting(VpnBecameUnstable::drops)
                .containsExactly(3);
        when(seen(120, "starting", null), seen(125, "crashed", null));
        assertThat(events(VpnBecameUnstable.class)).hasSize(1);
        assertThat(turns()).hasExactlyElementsOfTypes(VpnDropped.class);
    }

    @Test
    void one_crash_that_lasts_is_one_drop() {
        when(seen(0, "running", HOME));
        for (int second = 5; second < 120; second += 5) {
            when(second % 40 == 0 ? unseen(second) : seen(second, "crashed", null));
        }
        assertThat(state.notes().said().crashes()).containsExactly(NOON.plusSeconds(5));
        assertThat(events(VpnBecameUnstable.class)).isEmpty();
    }

    @Test
    void what_is_behind_the_gateway_has_lost_its_network_when_none_of_it_answers() {
        when(
                seen(0, "running", HOME, ONE_THERE),
                seen(5, "running", HOME, BOTH_GONE),
                seen(10, "running", HOME, BOTH_GONE));
        assertThat(events(VpnNetworkLost.class))
                .extracting(VpnNetworkLost::programs)
                .containsExactly(List.of("qbittorrent", "prowlarr"));
        when(seen(100, "running", HOME, ONE_THERE));
        assertThat(events(VpnNetworkRestored.class))
                .extracting(VpnNetworkRestored::lostFor)
                .containsExactly(Duration.ofSeconds(95));
    }

    @Test
    void one_program_alone_may_be_down_by_itself_unless_the_gateway_was_away_before() {
        when(seen(0, "running", HOME, ONE_GONE));
        assertThat(events(VpnNetworkLost.class)).isEmpty();
        when(unseen(5), seen(20, "running", ELSEWHERE, ONE_GONE));
        assertThat(events(VpnNetworkLost.class)).hasSize(1);
    }

    @Test
    void a_restart_is_told_and_asked_for() {
        when(seen(0, "running", HOME), new RestartAsked(NOON.plusSeconds(5)));
        assertThat(events(VpnRestartOrdered.class)).hasSize(1);
        assertThat(effects).contains(new Call.RestartVpn("gluetun", NOON.plusSeconds(5)));
    }

    @Test
    void an_order_to_restart_grows_old_and_one_without_a_time_is() {
        var order = new Call.RestartVpn("gluetun", NOON);
        assertThat(order.mayStop(NOON.plusSeconds(59))).isTrue();
        assertThat(order.mayStop(NOON.plusSeconds(60))).isFalse();
        assertThat(order.isOver(NOON.plusSeconds(599))).isFalse();
        assertThat(order.isOver(NOON.plusSeconds(600))).isTrue();
        assertThat(new Call.RestartVpn("gluetun", null).isOver(NOON)).isTrue();
    }

    private void when(Look... looks) {
        for (Look look : looks) {
            var next = watch.on(state, look);
            state = next.state();
            effects.addAll(next.effects());
        }
    }

    private static Seen seen(int second, String word, String address) {
        return seen(second, word, address, Around.NOTHING);
    }

    private static Seen seen(int second, String word, String address, Around around) {
        var seenAs = new Address(Optional.ofNullable(address), List.of());
        return new Seen(NOON.plusSeconds(second), word, seenAs, around);
    }

    private static Seen seen(int second, String address, int port) {
        var seenAs = new Address(Optional.of(address), List.of(port));
        return new Seen(NOON.plusSeconds(second), "running", seenAs, Around.NOTHING);
    }

    private static Unseen unseen(int second) {
        return new Unseen(NOON.plusSeconds(second), "connection refused", Around.NOTHING);
    }

    private static Around around(Optional<Boolean> healthy, boolean saidDown) {
        return new Around(healthy, List.of(), List.of(), Optional.empty()).called(saidDown ? Said.DOWN : Said.NOTHING);
    }

    /** Drops and their ends, in order. */
    private List<DomainEvent> turns() {
        return published().stream()
                .map(Publish::event)
                .filter(event -> event instanceof VpnDropped || event instanceof VpnRestored)
                .toList();
    }

    private List<VpnSeen> heartbeats() {
        return events(VpnSeen.class);
    }

    private <E extends DomainEvent> List<E> events(Class<E> type) {
        return published().stream()
                .map(Publish::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<UUID> ids() {
        return published().stream().map(publish -> publish.occurrence().id()).toList();
    }

    private List<Publish> published() {
        return effects.stream()
                .filter(Publish.class::isInstance)
                .map(Publish.class::cast)
                .toList();
    }
}
