package conveyarr.notification.out;

import conveyarr.notification.Book;
import conveyarr.notification.Refusals;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Change.Way;
import conveyarr.notification.core.Change.Way.Beside;
import conveyarr.notification.core.Change.Way.Later;
import conveyarr.notification.core.Change.Way.Replacing;
import conveyarr.notification.core.Change.Way.Whole;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.Outdated;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Target;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands a message to its channel: as a new one, or in the place of an earlier one. */
@Singleton
class Postman {
    private final DeliveryRows rows;
    private final Channels channels;
    private final Book book;
    private final Refusals refusals;

    Postman(DeliveryRows rows, Channels channels, Book book, Refusals refusals) {
        this.refusals = refusals;
        this.rows = rows;
        this.channels = channels;
        this.book = book;
    }

    /** Never fails. What can go wrong here but the channel is the database, and then nothing was sent yet. */
    Uni<Receipt> post(Letter letter) {
        Target target = letter.target();
        return channels.named(target.channel())
                .map(channel -> book.settings().chain(settings -> {
                    Optional<String> to = settings.person(target)
                            .map(person -> person.channels().get(target.channel()))
                            .filter(address -> !address.isBlank());
                    return target.person().isPresent()
                                    && settings.person(target).isEmpty()
                            ? never("nobody knows any more how to reach "
                                    + target.person().orElseThrow())
                            : post(channel, letter, to);
                }))
                .orElseGet(() -> never("no channel is called " + target.channel() + " any more"))
                .onFailure()
                .recoverWithItem(() -> new TryLater(Optional.empty(), "the database did not say where to"));
    }

    private Uni<Receipt> post(Channel channel, Letter letter, Optional<String> to) {
        return letter.origin()
                .change()
                .map(change ->
                        rows.find(change.id()).chain(earlier -> post(channel, letter, to, change.after(earlier))))
                .orElseGet(() -> send(channel, letter, letter.notification(), to));
    }

    private Uni<Receipt> post(Channel channel, Letter letter, Optional<String> to, Way way) {
        Notification told = letter.notification();
        return switch (way) {
            case Replacing(var message, var _)
            when channel.edits() ->
                rows.overtaken(letter, message)
                        .chain(late -> late
                                ? outdated()
                                : channel.edit(message, told, to).map(receipt -> same(message, receipt)));
            case Replacing(var _, var fresh) -> send(channel, letter, told.saying(fresh), to);
            case Beside(var fresh) -> send(channel, letter, told.saying(fresh), to);
            case Whole _ -> send(channel, letter, told, to);
            case Later _ ->
                Uni.createFrom()
                        .item(new TryLater(Optional.empty(), "the message that it changes is still on its way"));
        };
    }

    private Uni<Receipt> send(Channel channel, Letter letter, Notification told, Optional<String> to) {
        return refusals.unlessSpared(letter.target(), () -> channel.send(told, to));
    }

    /** Where each change is an event of its own, such as in Matrix, it is still this message that was changed. */
    private static Receipt same(String message, Receipt receipt) {
        return receipt instanceof Delivered(var _, var said) ? new Delivered(Optional.of(message), said) : receipt;
    }

    /** Everything that it says is in the newer one too. */
    private static Uni<Receipt> outdated() {
        return Uni.createFrom().item(new Outdated("a newer change of the same message was sent before it"));
    }

    private static Uni<Receipt> never(String why) {
        return Uni.createFrom().item(new Never(why));
    }
}
