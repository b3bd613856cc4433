package conveyarr.flow;

import conveyarr.flow.DeadLetters.Letter;
import conveyarr.flow.Flow.Parts;
import conveyarr.flow.loop.Backlog;
import conveyarr.flow.loop.Parked;
import io.smallrye.mutiny.Uni;

/** What of one service waits or is in trouble, and what a person can do about it. */
public final class Upkeep {
    private final String service;
    private final DeadLetters deadLetters;
    private final Parked parked;
    private final Retried retried;
    private final Backlog backlog;

    Upkeep(Parts parts, Retried retried, Backlog backlog) {
        this.service = parts.service();
        this.deadLetters = new DeadLetters(parts.word(), parts.jdbc());
        this.parked = new Parked(parts.word(), parts.jdbc());
        this.retried = retried;
        this.backlog = backlog;
    }

    /** The inputs that could never be handled. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Hands a dead letter to the listener that could not handle it; fails with the reason when it still cannot. */
    public Uni<Void> replay(Letter letter) {
        String topic = letter.place().topic();
        return Listeners.hand(service, DeadLetter.again(letter)).orElseGet(() -> Uni.createFrom()
                .failure(new IllegalStateException("no listener of " + service + " hears " + topic)));
    }

    /** The inputs that are being tried again at this moment. */
    public Retried retried() {
        return retried;
    }

    /** What is to be published. */
    public Backlog backlog() {
        return backlog;
    }

    /** The rows that the broker refused for good. */
    public Parked parked() {
        return parked;
    }
}
