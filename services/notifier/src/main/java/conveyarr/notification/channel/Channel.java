package conveyarr.notification.channel;

import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import io.smallrye.mutiny.Uni;

/** One way to people, under the name that its owner gave it. */
public interface Channel {
    String name();

    /** What to do with a message that may or may not have arrived. */
    OnDoubt onDoubt();

    /** Tries once and never fails: whatever happens is a {@link Receipt}. */
    Uni<Receipt> send(Notification notification);
}
