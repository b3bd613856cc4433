package conveyarr.flow.loop;

import io.agroal.api.AgroalDataSource;
import java.time.Duration;
import java.util.List;

/** What a service does beside its listeners: it publishes, makes its calls and holds its turns. */
public record Loops(Relay relay, CallLoop calls, Turns turns) {
    /** {@code beat} is the relay's. */
    public static Loops of(String schema, AgroalDataSource jdbc, Duration beat) {
        return new Loops(new Relay(schema, jdbc, beat), new CallLoop(schema, jdbc), new Turns(schema, jdbc));
    }

    public void start() {
        List.of(relay, calls, turns).forEach(Loop::start);
    }

    /** After a commit that wrote to the outbox or asked for a call. */
    public void wake() {
        relay.wake();
        calls.wake();
    }

    /** Others may take over the turns, and calls that were begun are ended. */
    public void drain() {
        turns.close();
        calls.close();
    }

    public void close() {
        drain();
        relay.close();
    }
}
