package conveyarr.notification.core;

import conveyarr.flow.Effect;

/** What is asked of a channel. */
public sealed interface Call extends Effect {
    /** Send the notification of the delivery {@code id} ({@link DeliveryId}), as the try with this number. */
    record Send(String id, int attempt) implements Call {}
}
