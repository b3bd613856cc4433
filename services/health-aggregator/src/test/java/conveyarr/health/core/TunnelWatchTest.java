package conveyarr.health.core;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.flow.Effect.Publish;
import conveyarr.health.core.Tunnel.Address;
import conveyarr.health.core.Tunnel.Dropped;
import conveyarr.health.core.Tunnel.Seen;
import conveyarr.health.core.Tunnel.Unknown;
import conveyarr.health.core.Tunnel.Up;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TunnelWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final TunnelWatch watch = new TunnelWatch();
    private Tunnel state = new Unknown("gluetun");
    private final List<Publish> told = new ArrayList<>();

    @Test
    void running_without_an_address_is_not_up_yet() {
        when(seen(0, "running", null));
        assertThat(state).isInstanceOf(Unknown.class);
        when(seen(5, "running", "185.65.134.240"));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(told).isEmpty();
    }

    @Test
    void a_tunnel_that_was_up_stays_up_when_only_its_address_is_unknown() {
        when(seen(0, "running", "185.65.134.240"), seen(5, "running", null));
        assertThat(state).isInstanceOf(Up.class);
        assertThat(((Up) state).address().publicAddress()).contains("185.65.134.240");
    }

    @Test
    void a_drop_and_its_end_are_told_once_each() {
        when(
                seen(0, "running", "185.65.134.240"),
                seen(5, "crashed", null),
                seen(10, "crashed", null),
                seen(15, "running", null));
        assertThat(state).isInstanceOf(Dropped.class);
        when(seen(20, "running", "185.65.134.241"), seen(25, "running", "185.65.134.241"));
        assertThat(told).extracting(Publish::event).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(told).extracting(publish -> publish.occurrence().id()).doesNotHaveDuplicates();
    }

    @Test
    void a_tunnel_that_is_down_when_we_first_look_is_told_as_dropped() {
        when(seen(0, "stopped", null));
        assertThat(told).extracting(Publish::event).hasExactlyElementsOfTypes(VpnDropped.class);
    }

    @Test
    void an_address_that_is_away_for_three_looks_is_a_drop_and_its_return_the_end() {
        when(
                seen(0, "running", "185.65.134.240"),
                seen(5, "running", null),
                seen(10, "running", null),
                seen(15, "running", "185.65.134.240"),
                seen(20, "running", null),
                seen(25, "running", null));
        assertThat(told).isEmpty();
        when(seen(30, "running", null), seen(35, "running", null));
        assertThat(state).isInstanceOf(Dropped.class);
        when(seen(40, "running", "185.65.134.240"));
        assertThat(told).extracting(Publish::event).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(told.getFirst().event().toString()).contains("no public address");
    }

    @Test
    void another_address_is_a_drop_that_healed_between_two_looks() {
        when(
                seen(0, "running", "185.65.134.240"),
                seen(5, "running", null),
                seen(10, "running", "185.65.134.241"),
                seen(15, "running", "185.65.134.241"));
        assertThat(told).extracting(Publish::event).hasExactlyElementsOfTypes(VpnDropped.class, VpnRestored.class);
        assertThat(told).extracting(publish -> publish.occurrence().id()).doesNotHaveDuplicates();
        assertThat(state)
                .isInstanceOfSatisfying(Up.class, up -> assertThat(up.since()).isEqualTo(NOON.plusSeconds(10)));
    }

    @Test
    void a_tunnel_that_is_starting_when_we_first_look_is_not_known_yet() {
        when(seen(0, "starting", null), seen(5, "starting", null));
        assertThat(state).isInstanceOf(Unknown.class);
        assertThat(told).isEmpty();
    }

    private void when(Seen... looks) {
        for (Seen look : looks) {
            var next = watch.on(state, look);
            state = next.state();
            next.effects().forEach(effect -> told.add((Publish) effect));
        }
    }

    private static Seen seen(int second, String word, String address) {
        return new Seen(NOON.plusSeconds(second), word, new Address(Optional.ofNullable(address), List.of(51413)));
    }
}
