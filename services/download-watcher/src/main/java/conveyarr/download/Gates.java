package conveyarr.download;

import conveyarr.download.core.gate.Gate;
import conveyarr.download.core.gate.GateSignal;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Listened;
import conveyarr.download.core.gate.GateSignal.Tempo;
import conveyarr.download.core.gate.Gatekeeper;
import conveyarr.download.out.GateRow;
import conveyarr.download.out.GateRows;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.state.Handler;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.DownloadClient.Look;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The gates, one for each client: what keeps its downloads back. */
@Singleton
public class Gates {
    /** A gate that does not change is written at least so often, so that calls can tell that it is watched. */
    private static final Duration AT_LEAST = Duration.ofSeconds(15);

    private final GateSettings settings;
    private final GateRows rows;
    private final Handler<Gate, GateRow> handler;

    Gates(DownloadFlow flow, GateSettings settings, GateRows rows) {
        this.settings = settings;
        this.rows = rows;
        this.handler = flow.handler(GateRows.AGGREGATE);
    }

    /** An event of another service. */
    public Uni<Void> handle(String client, Occurrence cause, GateSignal signal) {
        return handler.handle(client, cause, gate -> keeper(client).on(gate, signal));
    }

    /** What a poll or a person says now. */
    public Uni<Void> observe(String client, GateSignal signal) {
        var look = Occurrence.at(
                signal.at(),
                Via.POLL,
                client,
                NaturalKey.of(
                        "gate", signal.getClass().getSimpleName(), signal.at().toEpochMilli()));
        return handler.observe(client, look, gate -> keeper(client).on(gate, signal));
    }

    /** The gate after this look; written only when the look says something new. */
    public Uni<Gate> look(String client, ClientSeen seen) {
        return of(client).chain(gate -> {
            var next = keeper(client).on(gate, seen);
            boolean news = !next.effects().isEmpty()
                    || !gate.holds().equals(next.state().holds())
                    || !gate.ours().equals(next.state().ours())
                    || gate.doubts().silence().isPresent()
                    || !gate.slow().equals(next.state().slow())
                    || gate.seenAt()
                            .filter(at -> at.plus(AT_LEAST).isAfter(seen.at()))
                            .isEmpty();
            return news
                    ? observe(client, seen).chain(() -> of(client))
                    : Uni.createFrom().item(next.state());
        });
    }

    /** A client has been told to listen on this port, and has taken it. */
    public Uni<Void> listened(String client, int port) {
        return observe(client, new Listened(Instant.now(), port));
    }

    /** How fast the client goes, and how fast it would in the limited hours. */
    public Optional<Tempo> tempo(DownloadClient client, Look look) {
        return look.standing().pace().map(pace -> new Tempo(pace, client.slower(pace, settings.limitedTo())));
    }

    public Uni<Gate> of(String client) {
        return rows.of(client);
    }

    private Gatekeeper keeper(String client) {
        return new Gatekeeper(settings.of(client));
    }
}
