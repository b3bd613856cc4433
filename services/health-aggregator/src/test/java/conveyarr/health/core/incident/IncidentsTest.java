package conveyarr.health.core.incident;

import static conveyarr.health.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import conveyarr.events.ComponentId;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.ClientHeld;
import conveyarr.events.DownloadEvent.ClientReleased;
import conveyarr.events.DownloadEvent.DownloadFailed;
import conveyarr.events.DownloadEvent.DownloadHeld;
import conveyarr.events.DownloadEvent.DownloadHoldChanged;
import conveyarr.events.DownloadEvent.DownloadReleased;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadId;
import conveyarr.events.HealthEvent.ComponentCameBack;
import conveyarr.events.HealthEvent.ComponentDegraded;
import conveyarr.events.HealthEvent.ComponentWentDown;
import conveyarr.events.HealthEvent.VpnDropped;
import conveyarr.events.HealthEvent.VpnRestored;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.health.core.Look;
import conveyarr.health.core.Tunnel;
import conveyarr.health.core.VpnWatch;
import conveyarr.health.core.incident.Incident.Cause;
import conveyarr.health.timeline.Entry;
import conveyarr.health.view.IncidentView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private static final ComponentId GLUETUN = new ComponentId("gluetun");
    private static final ComponentId QBITTORRENT = new ComponentId("qbittorrent");
    private static final Set<String> BEHIND = Set.of("qbittorrent");
    private final List<Entry> story = new ArrayList<>();

    @Test
    void a_vpn_drop_is_one_incident_with_its_length_and_the_downloads_that_waited() {
        vpnDrop();
        var incidents = Incidents.of(story, BEHIND, at(600));
        assertThat(incidents).hasSize(1);
        var view = IncidentView.of(incidents.getFirst(), at(600));
        assertThat(view.text())
                .isEqualTo("VPN down at gluetun, 2 min 15 s; 4 downloads held, 0 lost; with it: qbittorrent");
        assertThat(view.seconds()).isEqualTo(135);
        assertThat(view.downloads().requests()).hasSize(4).allMatch(id -> id.startsWith("rq_"));
        assertThat(view.tone()).isEqualTo("off");
    }

    @Test
    void three_minutes_under_fifty_downloads_are_one_incident_with_its_length() {
        tell(0, new VpnDropped(GLUETUN, "the gateway says \"crashed\""));
        tell(2, new ClientHeld(QBITTORRENT, HoldReason.VPN_DOWN, "VPN down", 50));
        for (int i = 1; i <= 50; i++) {
            if (i % 2 == 0) {
                held(2, i);
            } else {
                tell(1, new DownloadHeld(movie(i), download(i), HoldReason.MANY_STALLED, false));
                tell(2, new DownloadHoldChanged(movie(i), download(i), HoldReason.VPN_DOWN, true));
            }
        }
        tell(180, new VpnRestored(GLUETUN, Optional.of("185.65.134.240"), List.of(51413)));
        tell(184, new ClientReleased(QBITTORRENT, HoldReason.VPN_DOWN, Duration.ofSeconds(182), 50));
        for (int i = 1; i <= 50; i++) {
            tell(184, new DownloadReleased(movie(i), download(i), HoldReason.VPN_DOWN, Duration.ofSeconds(182)));
        }
        assertThat(Incidents.of(story, BEHIND, at(600))).singleElement().satisfies(one -> {
            var view = IncidentView.of(one, at(600));
            assertThat(view.seconds()).isEqualTo(180);
            assertThat(view.text()).isEqualTo("VPN down at gluetun, 3 min; 50 downloads held, 0 lost");
        });
    }

    /** Ids have no order: what begins and ends at one moment could end before it begins, and would be open for ever. */
    @Test
    void a_drop_that_had_healed_when_it_was_seen_is_over() {
        for (int second = 0; second < 20; second++) {
            look(second, "185.65.134." + second);
        }
        assertThat(Incidents.of(story, BEHIND, at(600))).hasSize(19).allSatisfy(one -> {
            assertThat(one.end()).isPresent();
            assertThat(IncidentView.of(one, at(600)).text()).startsWith("VPN down at gluetun, 0 s");
        });
    }

    private Tunnel tunnel = new Tunnel.Unknown("gluetun");

    private void look(int second, String address) {
        var seenAs = new Tunnel.Address(Optional.of(address), List.of());
        var next = new VpnWatch().on(tunnel, new Look.Seen(at(second), "running", seenAs, Look.Around.NOTHING));
        tunnel = next.state();
        next.effects().stream()
                .map(Effect.Publish.class::cast)
                .filter(told -> told.event() instanceof VpnDropped || told.event() instanceof VpnRestored)
                .forEach(told -> story.add(new Entry(
                        told.event(),
                        told.occurrence(),
                        at(second),
                        Optional.empty(),
                        new Entry.Place("t", 0, story.size()))));
    }

    @Test
    void the_order_in_which_events_are_told_does_not_matter_and_neither_does_telling_them_twice() {
        vpnDrop();
        var expected = Incidents.of(story, BEHIND, at(600));
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(story);
            shuffled.addAll(story);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Incidents.of(shuffled, BEHIND, at(600))).isEqualTo(expected);
        }
    }

    @Test
    void a_download_that_fails_while_it_is_held_is_lost() {
        tell(0, new VpnDropped(GLUETUN, "no address"));
        held(5, 1);
        held(5, 2);
        tell(50, new DownloadFailed(movie(1), download(1), "missingFiles"));
        tell(60, new DownloadFailed(movie(9), download(9), "was never held"));
        tell(100, new VpnRestored(GLUETUN, Optional.empty(), List.of()));
        assertThat(Incidents.of(story, BEHIND, at(600)).getFirst().affected())
                .returns(2, Incident.Affected::held)
                .returns(1, Incident.Affected::lost);
    }

    @Test
    void a_program_that_is_not_behind_the_vpn_has_an_incident_of_its_own_that_begins_at_its_first_miss() {
        tell(0, new VpnDropped(GLUETUN, "no address"));
        tell(20, new ComponentWentDown(new ComponentId("radarr"), "radarr", "refused"));
        tell(80, new ComponentCameBack(new ComponentId("radarr"), "radarr", Duration.ofSeconds(70)));
        var incidents = Incidents.of(story, BEHIND, at(600));
        assertThat(incidents).extracting(Incident::cause).containsExactly(Cause.PROGRAM_DOWN, Cause.VPN_DOWN);
        assertThat(incidents.getFirst().begin()).isEqualTo(at(10));
        assertThat(incidents.getLast().end()).isEmpty();
        assertThat(IncidentView.of(incidents.getLast(), at(90)).text())
                .isEqualTo("VPN down at gluetun, 1 min 30 s so far");
    }

    @Test
    void what_is_away_is_no_longer_ill() {
        tell(0, new ComponentDegraded(new ComponentId("radarr"), "radarr", List.of("no indexers")));
        tell(60, new ComponentWentDown(new ComponentId("radarr"), "radarr", "refused"));
        assertThat(Incidents.of(story, BEHIND, at(600)))
                .extracting(Incident::cause, one -> one.end().isPresent())
                .containsExactly(tuple(Cause.PROGRAM_DOWN, false), tuple(Cause.PROGRAM_DEGRADED, true));
    }

    @Test
    void a_disk_that_is_full_is_an_incident_and_a_schedule_is_none() {
        tell(0, new ClientHeld(QBITTORRENT, HoldReason.SCHEDULE, "outside the hours", 3));
        tell(10, new ClientHeld(QBITTORRENT, HoldReason.DISK_FULL, "2 GB left", 3));
        tell(70, new ClientReleased(QBITTORRENT, HoldReason.DISK_FULL, Duration.ofSeconds(60), 3));
        assertThat(Incidents.of(story, BEHIND, at(600))).singleElement().returns("2 GB left", Incident::why);
    }

    @Test
    void what_the_client_has_with_a_vpn_that_is_down_belongs_to_the_vpn() {
        tell(0, new ClientHeld(QBITTORRENT, HoldReason.CLIENT_DISCONNECTED, "it has no connection", 50));
        tell(4, new VpnDropped(GLUETUN, "the gateway says \"stopped\""));
        tell(5, new ClientHeld(QBITTORRENT, HoldReason.VPN_DOWN, "the VPN is down", 0));
        tell(84, new VpnRestored(GLUETUN, Optional.of("185.65.134.240"), List.of(51413)));
        tell(85, new ClientReleased(QBITTORRENT, HoldReason.CLIENT_DISCONNECTED, Duration.ofSeconds(85), 0));
        tell(85, new ClientHeld(QBITTORRENT, HoldReason.CLIENT_DEAF, "nobody can connect to it", 0));
        tell(200, new ClientReleased(QBITTORRENT, HoldReason.CLIENT_DEAF, Duration.ofSeconds(115), 50));
        assertThat(Incidents.of(story, BEHIND, at(600))).singleElement().satisfies(one -> {
            assertThat(one.cause()).isEqualTo(Cause.VPN_DOWN);
            assertThat(one.affected().held()).isEqualTo(50);
        });
        assertThat(Incidents.of(story, Set.of(), at(600)))
                .extracting(Incident::cause)
                .containsExactlyInAnyOrder(Cause.VPN_DOWN, Cause.CLIENT_DISCONNECTED, Cause.CLIENT_DEAF);
    }

    @Test
    void what_lasts_long_after_the_return_of_the_vpn_is_an_incident_of_its_own() {
        tell(0, new VpnDropped(GLUETUN, "the gateway says \"stopped\""));
        tell(2, new ClientHeld(QBITTORRENT, HoldReason.CLIENT_DISCONNECTED, "it has no connection", 5));
        tell(20, new VpnRestored(GLUETUN, Optional.of("185.65.134.240"), List.of(51413)));
        assertThat(Incidents.of(story, BEHIND, at(600)))
                .extracting(Incident::cause)
                .containsExactly(Cause.VPN_DOWN);
        assertThat(Incidents.of(story, BEHIND, at(3600)))
                .extracting(Incident::cause, one -> one.end().isPresent())
                .containsExactly(tuple(Cause.CLIENT_DISCONNECTED, false), tuple(Cause.VPN_DOWN, true));
    }

    private void vpnDrop() {
        tell(0, new VpnDropped(GLUETUN, "the gateway says \"crashed\""));
        tell(2, new ClientHeld(QBITTORRENT, HoldReason.VPN_DOWN, "VPN down", 4));
        for (int i = 1; i <= 4; i++) {
            held(2 + i, i);
        }
        tell(20, new ComponentWentDown(QBITTORRENT, "qbittorrent", "no answer in time"));
        tell(130, new ComponentCameBack(QBITTORRENT, "qbittorrent", Duration.ofSeconds(120)));
        tell(135, new VpnRestored(GLUETUN, Optional.of("185.65.134.240"), List.of(51413)));
        tell(140, new ClientReleased(QBITTORRENT, HoldReason.VPN_DOWN, Duration.ofSeconds(138), 4));
        tell(141, new DownloadReleased(movie(1), download(1), HoldReason.VPN_DOWN, Duration.ofSeconds(138)));
    }

    private void held(int second, int number) {
        tell(second, new DownloadHeld(movie(number), download(number), HoldReason.VPN_DOWN, true));
    }

    private void tell(int second, DomainEvent event) {
        var key = NaturalKey.of(event.wireName(), event.about().key(), second);
        var occurrence = Occurrence.at(at(second), Via.POLL, "test", key);
        story.add(new Entry(event, occurrence, at(second), Optional.empty(), new Entry.Place("t", 0, story.size())));
    }

    private static MediaId movie(int number) {
        return MediaId.movie(number);
    }

    private static DownloadId download(int number) {
        return new DownloadId("qbittorrent", "HASH" + number);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
