package conveyarr.notification.channel.webhook;

import conveyarr.events.Subject;
import conveyarr.flow.wire.Json;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A signed webhook. The receiver knows a message again by its {@code webhook-id}, the id of the event, however often it is sent. */
final class Webhook implements Channel {
    private final String name;
    private final URI url;
    private final Signature signature;
    private final Post post;

    Webhook(String name, URI url, Signature signature, Post post) {
        this.name = name;
        this.url = url;
        this.signature = signature;
        this.post = post;
    }

    private record Body(String type, Instant timestamp, Data data) {}

    private record Data(Subject about, String title, String body, String tone) {
        static Data of(Notification told) {
            return new Data(
                    told.about(),
                    told.text().title(),
                    told.text().body(),
                    word(told.text().tone()));
        }

        private static String word(Tone tone) {
            return tone.name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.RESEND;
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        if (to.isPresent()) {
            return Uni.createFrom().item(new Never("the channel " + name + " has one address for everybody"));
        }
        String id = told.event().toString();
        long now = Instant.now().getEpochSecond();
        byte[] body =
                Json.write(new Body(told.type(), told.at(), Data.of(told))).getBytes(StandardCharsets.UTF_8);
        var headers = Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(now),
                "webhook-signature", signature.sign(id, now, body));
        return post.send(new Message(HttpMethod.POST, url, headers, body), _ -> new Delivered());
    }
}
