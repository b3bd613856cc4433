package conveyarr.notification.channel;

import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** One way to people, under the name that its owner gave it. */
public interface Channel {
    String name();

    /** What to do with a message that may or may not have arrived. */
    OnDoubt onDoubt();

    /**
     * Tries once and never fails: whatever happens is a {@link Receipt}. {@code to} is the address of one person in this channel's own words
     * (a chat, a user key, an e-mail address); without it, whoever the channel was set up for gets the message.
     */
    Uni<Receipt> send(Notification notification, Optional<String> to);

    /** What is wrong with such an address, as the end of a sentence that begins with its key; empty when it can be used. */
    default Optional<String> wrong(String address) {
        return Optional.of("has no use: the channel " + name() + " has one address for everybody");
    }

    /** Whether a message can be changed after it was sent. */
    default boolean edits() {
        return false;
    }

    /**
     * Changes the message that {@link Receipt.Delivered} named, which went {@code to} the same address; {@code notification} is what it now
     * says, by the event that changed it. Never fails, and may be repeated without harm whatever {@link #onDoubt} says.
     */
    default Uni<Receipt> edit(String message, Notification notification, Optional<String> to) {
        return Uni.createFrom().item(new Receipt.Never("the channel " + name() + " cannot change a message"));
    }
}
