package conveyarr.download.in;

import conveyarr.download.DownloadFlow;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Turn;
import conveyarr.upstream.DownloadClient;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Supplier;

/** One look at one client, in the turn in which it was begun. */
record Round(DownloadFlow flow, DownloadClient client, Turn turn, Instant now) {
    String name() {
        return client.name();
    }

    Occurrence occurrence(String id) {
        return Occurrence.at(now, Via.POLL, name(), NaturalKey.of("look", id, now.toEpochMilli()));
    }

    /** A process that was stopped over the answer writes nothing of it once another looks; of a download its time tells as much. */
    <T> Uni<T> inTurn(Supplier<Uni<T>> write) {
        return flow.inTransaction(tx -> turn.confirm(tx).chain(() -> write.get()));
    }
}
