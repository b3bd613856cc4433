package conveyarr.download.core.gate;

import conveyarr.events.DownloadEvent.ClientEvent;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import java.time.Instant;

/** An event about a client; what began it at {@code since} tells it from the next of its kind. */
final class Told {
    private Told() {}

    static Effect client(ClientEvent event, Instant at, Object since) {
        var key = NaturalKey.of("client", event.wireName(), since);
        return Effect.publish(event, Occurrence.at(at, Via.POLL, event.about().name(), key));
    }
}
