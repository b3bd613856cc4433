package conveyarr.health;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.state.Handler;
import conveyarr.health.core.Checkup;
import conveyarr.health.core.Component;
import conveyarr.health.core.Look;
import conveyarr.health.core.Probe;
import conveyarr.health.core.Round;
import conveyarr.health.core.Tunnel;
import conveyarr.health.core.VpnWatch;
import conveyarr.health.out.ComponentRow;
import conveyarr.health.out.MuteRows;
import conveyarr.health.out.StackRows;
import conveyarr.health.out.TunnelRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs of the stack and the VPN: one look, one transaction. */
@Singleton
public class Stack {
    private final Checkup checkup = new Checkup();
    private final VpnWatch vpnWatch = new VpnWatch();
    private final Handler<Component, ComponentRow> components;
    private final Handler<Tunnel, TunnelRow> tunnels;
    private final StackRows rows;
    private final MuteRows mutes;
    private final Live live;
    private volatile boolean ownNetworkDown;

    Stack(HealthFlow flow, StackRows rows, MuteRows mutes, Live live) {
        this.mutes = mutes;
        this.components = flow.handler(StackRows.COMPONENTS);
        this.tunnels = flow.handler(StackRows.TUNNELS);
        this.rows = rows;
        this.live = live;
    }

    /** What one round over all programs gave. */
    public Uni<Void> observe(Round round) {
        ownNetworkDown = round.ownNetworkIsDown();
        return observe(round.thatCount());
    }

    /** What was seen of some programs. */
    public Uni<Void> observe(List<Probe> probes) {
        return Multi.createFrom()
                .iterable(probes)
                .onItem()
                .transformToUniAndConcatenate(this::observe)
                .collect()
                .asList()
                .invoke(() -> live.changed(Live.STACK))
                .replaceWithVoid();
    }

    /** What one look at a gateway gave, or what a person wants of it. */
    public Uni<Void> observe(String gateway, Look look) {
        return tunnels.observe(gateway, look(gateway, look.at()), state -> vpnWatch.on(state, look));
    }

    /** The checks that do not count at this moment, and until when. */
    public Uni<Map<String, Instant>> mutes(Instant now) {
        return mutes.at(now);
    }

    /** The check does not count until then; a moment that has passed ends that. */
    public Uni<Void> mute(String check, Instant until) {
        return mutes.mute(check, until).invoke(() -> live.changed(Live.STACK));
    }

    public boolean ownNetworkIsDown() {
        return ownNetworkDown;
    }

    public Uni<List<Component>> components() {
        return rows.components();
    }

    /** What all download clients together take in, in bytes a second; empty when none says it. */
    public Uni<Optional<Long>> speed() {
        return components().map(all -> all.stream()
                .flatMap(one -> one.notes().last().work().stream())
                .map(Probe.Work::bytesPerSecond)
                .reduce(Long::sum));
    }

    public Uni<List<Tunnel>> tunnels() {
        return rows.tunnels();
    }

    private Uni<Void> observe(Probe probe) {
        return components.observe(probe.name(), look(probe.name(), probe.at()), state -> checkup.on(state, probe));
    }

    private static Occurrence look(String name, Instant at) {
        return Occurrence.at(at, Via.POLL, name, NaturalKey.of("look", name, at.toEpochMilli()));
    }
}
