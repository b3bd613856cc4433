package conveyarr.download.gate;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.gate.Gate;
import conveyarr.download.core.gate.GatePolicy;
import conveyarr.download.core.gate.GatePolicy.Disk;
import conveyarr.download.core.gate.GateSignal;
import conveyarr.download.core.gate.GateSignal.*;
import conveyarr.download.core.gate.Gatekeeper;
import conveyarr.download.core.gate.Timetable;
import conveyarr.events.DownloadEvent;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A client with its transfers, as the gate sees it second by second; what the gate orders is done at once. */
public final class GateStory {
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final String ADDRESS = "185.65.134.240";
    public static final GatePolicy POLICY = new GatePolicy(
            "qbit",
            true,
            Set.of(HoldReason.VPN_DOWN, HoldReason.DISK_FULL, HoldReason.SCHEDULE, HoldReason.LEAK),
            Duration.ofSeconds(90),
            new Disk(5, 10),
            new Timetable(List.of(), List.of(), ZoneOffset.UTC));

    private final Gatekeeper keeper;
    private final TreeMap<String, Pull> transfers = new TreeMap<>();
    private final List<GateSignal> signals = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    Gate gate = Gate.OPEN;
    Stand stand = Stand.FINE;
    boolean obeys = true;

    public GateStory(GatePolicy policy) {
        this.keeper = new Gatekeeper(policy);
    }

    public GateStory has(Pull pull, String... hashes) {
        for (String hash : hashes) {
            transfers.put(hash, pull);
        }
        return this;
    }

    public GateStory vpn(int second, VpnState state, Integer... ports) {
        return on(new VpnTold(at(second), state, Optional.of(ADDRESS), List.of(ports)));
    }

    public GateStory link(Link link) {
        stand = new Stand(link, stand.freeBytes(), stand.address(), stand.port(), stand.tempo());
        return this;
    }

    public GateStory look(int second) {
        var sights = transfers.entrySet().stream()
                .map(entry -> new Sight(entry.getKey(), entry.getValue()))
                .toList();
        return on(new ClientSeen(at(second), stand, sights));
    }

    /** What was told before is told again, as by a broker that delivers twice and late. */
    public GateStory again(int stepsAgo) {
        return on(signals.get(Math.max(0, signals.size() - 1 - stepsAgo)));
    }

    GateStory on(GateSignal signal) {
        signals.add(signal);
        var next = keeper.on(gate, signal);
        gate = next.state();
        effects.addAll(next.effects());
        if (obeys) {
            next.effects().forEach(this::obey);
        }
        return this;
    }

    private void obey(Effect effect) {
        switch (effect) {
            case conveyarr.download.core.Call.PauseHeld pause ->
                pause.hashes().forEach(h -> transfers.put(h, Pull.PAUSED));
            case conveyarr.download.core.Call.ResumeHeld resume ->
                resume.hashes().forEach(h -> transfers.put(h, Pull.THIRSTS));
            case conveyarr.download.core.Call.Listen listen -> listened(listen.port());
            default -> {}
        }
    }

    /** The call has gone through. */
    void listened(int port) {
        on(new Listened(signals.getLast().at(), port));
    }

    public <C extends Effect> List<C> all(Class<C> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<DownloadEvent> told() {
        var told = effects.stream()
                .filter(Publish.class::isInstance)
                .map(Publish.class::cast)
                .toList();
        assertThat(told).extracting(publish -> publish.occurrence().id()).doesNotHaveDuplicates();
        return told.stream().map(publish -> (DownloadEvent) publish.event()).toList();
    }

    public Pull pull(String hash) {
        return transfers.get(hash);
    }

    void gone(String hash) {
        transfers.remove(hash);
    }

    public static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    public Gate gate() {
        return gate;
    }

    /** Another process goes on with what was kept. */
    public void restart(Gate kept) {
        gate = kept;
    }
}
