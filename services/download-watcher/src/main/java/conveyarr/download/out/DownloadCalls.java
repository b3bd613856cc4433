package conveyarr.download.out;

import conveyarr.download.core.Call;
import conveyarr.download.core.Call.*;
import conveyarr.download.core.gate.Gate;
import conveyarr.flow.loop.Calls;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells download clients what to do. What the gate ordered is left undone when the gate has turned since, or when nobody has looked at the
 * client for a minute: whoever looks next orders it again.
 */
public final class DownloadCalls implements Calls<Call> {
    private static final Logger LOGGER = Logger.getLogger(DownloadCalls.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** qBittorrent opens its sockets within a second of the write. */
    private static final Duration REOPENED = Duration.ofMillis(1500);

    private final Upstreams upstreams;
    private final GateRows gates;

    public DownloadCalls(Upstreams upstreams, GateRows gates) {
        this.upstreams = upstreams;
        this.gates = gates;
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case PauseHeld c -> ifStill(c, c.turn(), client -> client.pause(c.hashes()));
            case ResumeHeld c -> ifStill(c, c.turn(), client -> client.resume(c.hashes()));
            case Listen c -> listen(c);
            case Reannounce c -> at(c, client -> client.reannounce(Set.of(c.hash())));
            case Pause c -> at(c, client -> client.pause(Set.of(c.hash())));
            case Resume c -> at(c, client -> client.resume(Set.of(c.hash())));
            case Categorise c -> at(c, client -> client.setCategory(Set.of(c.hash()), c.category()));
        };
    }

    private Uni<Void> ifStill(Call call, int turn, Function<DownloadClient, Uni<Outcome>> command) {
        return gates.of(call.client()).chain(gate -> {
            if (gate.turn() == turn && fresh(gate)) {
                return at(call, command);
            }
            LOGGER.infof("call.dropped client=%s kind=%s cause=the gate has turned", call.client(), kind(call));
            return Uni.createFrom().voidItem();
        });
    }

    private static boolean fresh(Gate gate) {
        return gate.seenAt().filter(at -> at.plus(FRESH).isAfter(Instant.now())).isPresent();
    }

    /** Only while the VPN still forwards this port. */
    private Uni<Void> listen(Listen call) {
        return gates.of(call.client()).chain(gate -> {
            boolean still = gate.vpn()
                    .filter(told -> told.ports().stream()
                            .findFirst()
                            .filter(port -> port == call.port())
                            .isPresent())
                    .isPresent();
            return still && fresh(gate)
                    ? at(call, client -> listen(client, call))
                    : Uni.createFrom().voidItem();
        });
    }

    private static Uni<Outcome> listen(DownloadClient client, Listen call) {
        int other = call.port() == 65535 ? call.port() - 1 : call.port() + 1;
        Uni<?> first = call.reopen()
                ? client.listenOn(other).onItem().delayIt().by(REOPENED)
                : Uni.createFrom().voidItem();
        return first.chain(() -> client.listenOn(call.port())).chain(outcome -> client.transfers()
                .map(DownloadCalls::unfinished)
                .chain(hashes -> hashes.isEmpty() ? Uni.createFrom().item(outcome) : client.reannounce(hashes)));
    }

    private static Set<String> unfinished(java.util.List<Transfer> transfers) {
        return transfers.stream()
                .filter(transfer -> transfer.progress().phase() != Phase.DONE)
                .map(Transfer::hash)
                .collect(Collectors.toSet());
    }

    /** A client that was taken out of the config is told nothing any more. */
    private Uni<Void> at(Call call, Function<DownloadClient, Uni<Outcome>> command) {
        return upstreams.all(DownloadClient.class).stream()
                .filter(client -> client.name().equals(call.client()))
                .findFirst()
                .map(client -> command.apply(client).map(outcome -> settled(call, outcome)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Void settled(Call call, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> LOGGER.infof("call.made client=%s kind=%s", call.client(), kind(call));
            case Outcome.NotThere gone ->
                LOGGER.infof(
                        "call.made client=%s kind=%s missing=%d",
                        call.client(), kind(call), gone.ids().size());
            case Outcome.CannotDo no ->
                LOGGER.warnf("call.impossible client=%s kind=%s cause=%s", call.client(), kind(call), no.why());
            case Outcome.Refused no -> throw new UpstreamTrouble.Refused(no.words());
        }
        return null;
    }

    private static String kind(Call call) {
        return call.getClass().getSimpleName();
    }
}
