package conveyarr.download.out;

import conveyarr.download.DownloadFlow;
import conveyarr.download.Gates;
import conveyarr.download.core.Call;
import conveyarr.download.core.Call.*;
import conveyarr.flow.Turn;
import conveyarr.flow.loop.CallsInTurn;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells download clients what to do. What the gate ordered is left undone when the gate has turned since, or when nobody has looked at the
 * client for a minute: whoever looks next orders it again. What a rule ordered is not ordered again, so it waits for that look instead.
 */
@Startup
@Singleton
public class DownloadCalls implements CallsInTurn<Call> {
    private static final Logger LOGGER = Logger.getLogger(DownloadCalls.class);
    private final DownloadFlow flow;
    private final Upstreams upstreams;
    private final Gates gates;
    private final DownloadRows downloads;
    private final Wanted wanted;

    DownloadCalls(DownloadFlow flow, Upstreams upstreams, Gates gates, DownloadRows downloads) {
        this.flow = flow;
        this.upstreams = upstreams;
        this.gates = gates;
        this.downloads = downloads;
        this.wanted = new Wanted(gates, downloads);
        flow.carryOut(this);
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call, Turn turn) {
        return wanted.wish(call).chain(wish -> switch (wish) {
            case NOW -> make(call, client(call, turn));
            case NEVER -> dropped(call);
            case LATER ->
                Uni.createFrom().failure(new IllegalStateException("it waits for a look at " + call.client()));
        });
    }

    private static Uni<Void> dropped(Call call) {
        LOGGER.infof("call.dropped client=%s kind=%s cause=it is not wanted any more", call.client(), kind(call));
        return Uni.createFrom().voidItem();
    }

    /** What it is told, it is told only while this process is the one that may. */
    private Optional<DownloadClient> client(Call call, Turn turn) {
        return upstreams
                .one(DownloadClient.class, call.client())
                .map(client -> client.commandedBy(() -> flow.inTransaction(turn::confirm)));
    }

    /** A client that was taken out of the config is told nothing any more. */
    private Uni<Void> make(Call call, Optional<DownloadClient> there) {
        return there.map(client -> tell(client, call).chain(outcome -> settled(call, outcome)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Outcome> tell(DownloadClient client, Call call) {
        return switch (call) {
            case PauseHeld c -> client.pause(c.hashes());
            case ResumeHeld c -> client.resume(c.hashes());
            case Listen c -> unfinished(c.client()).chain(hashes -> Ways.listen(client, c, hashes));
            case GoAt c -> Ways.goAt(client, c);
            case Remove c -> client.remove(Set.of(c.hash()), true);
            case Reannounce c -> client.reannounce(Set.of(c.hash()));
            case Pause c -> client.pause(Set.of(c.hash()));
            case Resume c -> client.resume(Set.of(c.hash()));
            case Categorise c -> client.setCategory(Set.of(c.hash()), c.category());
        };
    }

    private Uni<Set<String>> unfinished(String client) {
        return downloads
                .unfinished(client)
                .map(all -> all.stream().map(kept -> kept.download().hash()).collect(Collectors.toSet()));
    }

    private Uni<Void> settled(Call call, Outcome outcome) {
        noted(call, outcome);
        return call instanceof Listen listen && outcome instanceof Outcome.Done
                ? gates.listened(listen.client(), listen.port())
                : Uni.createFrom().voidItem();
    }

    private static void noted(Call call, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> LOGGER.infof("call.made client=%s kind=%s", call.client(), kind(call));
            case Outcome.NotThere gone ->
                LOGGER.infof(
                        "call.made client=%s kind=%s missing=%d",
                        call.client(), kind(call), gone.ids().size());
            case Outcome.CannotDo no ->
                LOGGER.warnf("call.impossible client=%s kind=%s cause=%s", call.client(), kind(call), no.why());
            case Outcome.Refused no
            when isForGood(call) ->
                LOGGER.warnf("call.refused client=%s kind=%s cause=%s", call.client(), kind(call), no.words());
            case Outcome.Refused no -> throw new UpstreamTrouble.Refused(no.words());
        }
    }

    /** There is no such category, or no such port, and asking again makes none. */
    private static boolean isForGood(Call call) {
        return switch (call) {
            case Categorise _, Listen _ -> true;
            case PauseHeld _, ResumeHeld _, GoAt _, Remove _, Reannounce _, Pause _, Resume _ -> false;
        };
    }

    private static String kind(Call call) {
        return call.getClass().getSimpleName();
    }
}
