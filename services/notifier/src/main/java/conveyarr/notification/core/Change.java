package conveyarr.notification.core;

import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Failed;
import conveyarr.notification.core.Delivery.InDoubt;
import conveyarr.notification.core.Delivery.Queued;
import conveyarr.notification.core.Delivery.Retrying;
import conveyarr.notification.core.Delivery.Sent;
import conveyarr.notification.core.Delivery.Suppressed;
import conveyarr.notification.core.Delivery.Unknown;
import conveyarr.notification.core.Notification.Text;

/**
 * A message that takes the place of the one that the delivery {@code id} sent. {@code fresh} says only what that one did not: where it
 * cannot be replaced, nobody reads the rest twice.
 */
public record Change(String id, Text fresh) {

    /** How it goes out. */
    public sealed interface Way {
        /** In the place of the message that the channel knows by this word, or beside it with what is new. */
        record Replacing(String message, Text fresh) implements Way {}

        /** Beside it, with what is new. */
        record Beside(Text fresh) implements Way {}

        /** As if there had been none, with everything. */
        record Whole() implements Way {}

        /** When it is clear what became of the earlier one. */
        record Later() implements Way {}
    }

    /** What follows from how the earlier delivery stands; one that the ledger does not know was told another way, such as after a night. */
    public Way after(Delivery earlier) {
        return switch (earlier) {
            case Sent(var _, var message) ->
                message.<Way>map(known -> new Way.Replacing(known, fresh)).orElseGet(() -> new Way.Beside(fresh));
            case Queued _, Claimed _, Retrying _ -> new Way.Later();
            case InDoubt _, Suppressed _, Unknown _ -> new Way.Beside(fresh);
            case Failed _ -> new Way.Whole();
        };
    }
}
