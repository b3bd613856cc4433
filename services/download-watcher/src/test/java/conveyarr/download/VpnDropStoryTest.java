package conveyarr.download;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Call.PauseHeld;
import conveyarr.download.core.Call.ResumeHeld;
import conveyarr.download.core.Download;
import conveyarr.download.core.Rules;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Signal.*;
import conveyarr.download.core.Watch;
import conveyarr.download.core.gate.GateSignal.Link;
import conveyarr.download.core.gate.GateSignal.Pull;
import conveyarr.download.gate.GateStory;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.*;
import conveyarr.events.DownloadId;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect.Publish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The VPN drops under 50 downloads, looked at every two seconds. A stall is counted after a minute, so the drop would be one for each. */
class VpnDropStoryTest {
    private static final Instant NOON = GateStory.at(0);
    private static final List<String> HASHES =
            IntStream.range(0, 50).mapToObj(i -> "HASH" + i).toList();

    private final Watch watch =
            new Watch(new Rules(Story.progress(Duration.ofMinutes(1)), List.of(), Set.of(), false, false));
    private final GateStory gate = new GateStory(GateStory.POLICY);
    private final Map<String, Download> downloads = new TreeMap<>();
    private final Map<String, Long> bytes = new TreeMap<>();
    private final Map<String, Signal> lastSeen = new TreeMap<>();
    private SplittableRandom repeats;
    /** So many seconds before the VPN is known to be down the client has lost its connection. */
    private int gone;

    private final List<DomainEvent> told = new ArrayList<>();

    @Test
    void three_minutes_are_no_strike_and_fifty_holds_and_fifty_resumes_and_told_once_each_way() {
        for (int lasts : new int[] {180, 61, 600}) {
            var story = new VpnDropStoryTest();
            story.drop(100 + lasts % 37, lasts);
            assertThat(story.of(DownloadHeld.class)).allMatch(e -> e.reason() == HoldReason.VPN_DOWN);
        }
    }

    /** Each signal comes once or more often, and old ones come again in between. */
    @Test
    void signals_that_come_twice_and_late_change_nothing() {
        for (int seed = 0; seed < 20; seed++) {
            var story = new VpnDropStoryTest();
            story.repeats = new SplittableRandom(seed);
            story.drop(100, 180);
        }
    }

    /** Its sockets are gone with the interface, and the gateway takes three looks until it is sure. */
    @Test
    void a_client_that_loses_its_connection_before_the_vpn_is_known_to_be_down_is_held_once() {
        for (int seed = 0; seed < 5; seed++) {
            var story = new VpnDropStoryTest();
            story.repeats = seed == 0 ? null : new SplittableRandom(seed);
            story.gone = 14;
            story.drop(114, 180);
            assertThat(story.of(DownloadHeld.class)).allMatch(e -> e.reason() == HoldReason.CLIENT_DISCONNECTED);
            assertThat(story.of(DownloadHoldChanged.class))
                    .hasSize(50)
                    .allMatch(e -> e.reason() == HoldReason.VPN_DOWN && e.paused());
        }
    }

    private void drop(int drops, int lasts) {
        HASHES.forEach(hash -> {
            gate.has(Pull.MOVES, hash);
            see(hash, new Grabbed(NOON, MediaId.movie(1 + HASHES.indexOf(hash))));
        });
        for (int second = 0; second < drops + lasts + 120; second++) {
            boolean cut = gone > 0 && second >= drops - gone && second < drops + lasts;
            gate.link(cut ? Link.CUT : Link.CONNECTED);
            boolean down = second >= drops && second < drops + lasts;
            if (second % 15 == 0 || second == drops || second == drops + lasts) {
                gate.vpn(second, down ? VpnState.DOWN : VpnState.UP);
                repeated();
            }
            if (second % 2 == 0) {
                look(second, down || cut);
            }
        }
        assertThat(of(DownloadStalled.class)).as("strikes").isEmpty();
        assertThat(of(DownloadHeld.class)).hasSize(50);
        assertThat(of(DownloadReleased.class)).hasSize(50).allMatch(e -> e.reason() == HoldReason.VPN_DOWN);
        assertThat(gate.all(PauseHeld.class)).singleElement().matches(call -> call.hashes()
                .equals(Set.copyOf(HASHES)));
        assertThat(gate.all(ResumeHeld.class)).singleElement().matches(call -> call.hashes()
                .equals(Set.copyOf(HASHES)));
        assertThat(ofClient())
                .filteredOn(told -> !told.toString().contains("CLIENT_DISCONNECTED"))
                .hasExactlyElementsOfTypes(ClientHeld.class, ClientReleased.class);
        assertThat(downloads.values()).allMatch(Download.Running.class::isInstance);
    }

    /** Nothing arrives without the tunnel, though the client needs a look to be told to pause. */
    private void look(int second, boolean down) {
        gate.look(second);
        repeated();
        for (String hash : HASHES) {
            boolean paused = gate.pull(hash) == Pull.PAUSED;
            if (!paused && !down) {
                gate.has(Pull.MOVES, hash);
                bytes.merge(hash, 1000L, Long::sum);
            }
            var condition = paused ? Condition.RESTING : Condition.ACTIVE;
            var amount = new Amount(10_000_000, bytes.getOrDefault(hash, 0L), Optional.empty());
            see(
                    hash,
                    new Seen(
                            GateStory.at(second),
                            new DownloadId("qbit", hash),
                            new Look(hash, condition, "w", amount, NOON),
                            gate.gate().holdOf(hash, paused)));
        }
    }

    private void repeated() {
        if (repeats != null) {
            gate.again(0).again(1 + repeats.nextInt(4));
        }
    }

    private void see(String hash, Signal signal) {
        sees(hash, signal);
        if (repeats != null) {
            var before = lastSeen.put(hash, signal);
            sees(hash, signal);
            sees(hash, before == null ? signal : before);
        }
    }

    private void sees(String hash, Signal signal) {
        var next = watch.on(downloads.getOrDefault(hash, new Download.Unknown()), signal);
        downloads.put(hash, next.state());
        next.effects().stream()
                .filter(Publish.class::isInstance)
                .forEach(effect -> told.add(((Publish) effect).event()));
    }

    private <E> List<E> of(Class<E> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<DomainEvent> ofClient() {
        return gate.all(Publish.class).stream().map(Publish::event).toList();
    }
}
