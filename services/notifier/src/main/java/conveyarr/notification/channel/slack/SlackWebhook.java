package conveyarr.notification.channel.slack;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The one room of an incoming webhook. Slack does not know a message again, and a webhook cannot change one. */
final class SlackWebhook implements Channel {
    private final String name;
    private final URI url;
    private final Post post;

    SlackWebhook(String name, URI url, Post post) {
        this.name = name;
        this.url = url;
        this.post = post;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.DROP;
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        if (to.isPresent()) {
            return Uni.createFrom()
                    .item(new Never("a webhook of Slack reaches one room only; people need a bot's token"));
        }
        return post.send(
                Message.post(url, Map.of(), Blocks.of(told)),
                answer -> "ok".equals(answer.body().strip())
                        ? new Delivered()
                        : new Never("it answers, but not as Slack does; is the url right?"));
    }
}
