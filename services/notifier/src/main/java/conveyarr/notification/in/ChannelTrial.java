package conveyarr.notification.in;

import conveyarr.events.ComponentId;
import conveyarr.flow.http.SaveDesk.Trial;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.Outdated;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a test message fared; {@code outcome} is delivered, later, never or doubt, {@code answer} the channel's own words. */
record ChannelTrial(boolean ok, String outcome, String answer, long ms) {
    /** Sends one message, now, to whoever listens there or {@code to} one address. */
    static Uni<ChannelTrial> of(Channel channel, Optional<String> to) {
        Instant began = Instant.now();
        return channel.send(message(channel.name(), began), to)
                .map(receipt ->
                        of(receipt, Duration.between(began, Instant.now()).toMillis()));
    }

    /** As a sentence. */
    Trial of(String name) {
        String words = answer.isEmpty() ? "." : ": " + answer;
        return new Trial(ok, name + (ok ? " took the message in " + ms + " ms" : " did not take it") + words);
    }

    private static Notification message(String name, Instant now) {
        var text = new Text("Conveyarr test", "This is how messages arrive on the channel " + name + ".", Tone.INFO);
        return new Notification(UUID.randomUUID(), new ComponentId("notifier"), "notification.test", now, text);
    }

    private static ChannelTrial of(Receipt receipt, long ms) {
        return switch (receipt) {
            case Delivered(var _, var said) -> new ChannelTrial(true, receipt.word(), said, ms);
            case TryLater(var _, var why) -> new ChannelTrial(false, receipt.word(), why, ms);
            case Never(var why, var _) -> new ChannelTrial(false, receipt.word(), why, ms);
            case Outdated(var why) -> new ChannelTrial(false, receipt.word(), why, ms);
            case InDoubt(var why) -> new ChannelTrial(false, receipt.word(), why, ms);
        };
    }
}
