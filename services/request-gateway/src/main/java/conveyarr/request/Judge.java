package conveyarr.request;

import com.fasterxml.jackson.core.JsonParser;
import conveyarr.flow.wire.Json;
import conveyarr.request.core.Delivery;
import conveyarr.request.core.Verdict;
import conveyarr.request.core.Verdict.Result;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.HookReader.Reading;
import conveyarr.upstream.Upstreams;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a hook is worth: whether it may go onto the topic, and whether somebody understands it. The reader of its instance is asked first, for
 * not every program speaks JSON.
 */
@Singleton
class Judge {
    /** What fits into one record of the topic; larger ones are kept in the database alone. */
    static final int LARGEST = 1024 * 1024;

    private final Upstreams upstreams;

    Judge(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    Verdict judge(Delivery delivery) {
        if (delivery.body().length > LARGEST) {
            return Verdict.quarantined("larger than 1 MiB");
        }
        return judge(read(delivery), delivery.body());
    }

    static Verdict judge(Reading reading, byte[] body) {
        return reading.understood()
                ? new Verdict(reading.type(), Result.STORED, Optional.empty())
                : fault(body).map(Verdict::quarantined).orElseGet(() -> unknown(reading));
    }

    Set<String> instances() {
        return upstreams.names();
    }

    /** What the hook says, by the reader of the instance that it came for. */
    Reading read(Delivery delivery) {
        return upstreams
                .hooks(delivery.instance())
                .map(reader -> reader.read(delivery.instance(), delivery.receivedAt(), delivery.body()))
                .orElseGet(() -> HookReader.Reading.notUnderstood(Verdict.NO_TYPE));
    }

    private static Verdict unknown(Reading reading) {
        return new Verdict(reading.type(), Result.NOT_UNDERSTOOD, Optional.of("no known type of event"));
    }

    /** Reads token by token, so that a large or deeply nested body costs no memory. */
    private static Optional<String> fault(byte[] body) {
        try (JsonParser parser = Json.mapper().createParser(body)) {
            if (parser.nextToken() == null) {
                return Optional.of("empty");
            }
            parser.skipChildren();
            return parser.nextToken() == null ? Optional.empty() : Optional.of("not JSON: more than one document");
        } catch (IOException e) {
            return Optional.of("not JSON, or truncated");
        }
    }
}
