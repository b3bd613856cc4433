package conveyarr.notification.channel.webpush;

import conveyarr.flow.wire.Json;
import conveyarr.notification.channel.Answer;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Judge;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Plain;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A browser that has subscribed. A push service does not know a message again once it has passed it on, so one in doubt is not repeated. */
final class WebPush implements Channel, Judge {
    /** Encrypted, and with all signs of JSON in it, it stays below the 4096 bytes that a push service must take. */
    private static final int MOST_BYTES = 1400;

    private static final Duration KEPT = Duration.ofHours(24);

    private final ChannelSettings settings;
    private final Vapid vapid;
    private final Post post;

    WebPush(ChannelSettings settings, Vapid vapid, Post post) {
        this.settings = settings;
        this.vapid = vapid;
        this.post = post;
    }

    /** What our service worker gets; {@code tag} lets a browser put a message in the place of the same one. */
    private record Body(String title, String body, String tag, String tone) {}

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.DROP;
    }

    @Override
    public Optional<String> wrong(String address) {
        return Subscription.wrong(address);
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        return to.or(() -> settings.find("subscription"))
                .map(json -> push(told, Subscription.of(json)))
                .orElseGet(() -> Uni.createFrom().item(new Never("no browser has subscribed")));
    }

    private Uni<Receipt> push(Notification told, Subscription to) {
        String topic = told.event().toString().replace("-", "");
        var text = told.text();
        String json = Json.write(new Body(
                text.title(),
                Plain.bytes(text.body(), MOST_BYTES),
                topic,
                text.tone().name().toLowerCase(Locale.ROOT)));
        byte[] body = to.encrypt(json.getBytes(StandardCharsets.UTF_8));
        var headers = Map.of(
                "Content-Type",
                "application/octet-stream",
                "Content-Encoding",
                "aes128gcm",
                "TTL",
                Long.toString(KEPT.toSeconds()),
                "Urgency",
                text.tone() == Tone.BAD ? "high" : "normal",
                "Topic",
                topic,
                "Authorization",
                vapid.authorization(to.endpoint(), settings.need("contact"), Instant.now()));
        return post.hiding(to.secrets()).send(new Message(HttpMethod.POST, to.endpoint(), headers, body), this);
    }

    @Override
    public Receipt success(Answer answer) {
        return new Delivered();
    }

    @Override
    public Optional<Receipt> special(Answer answer) {
        return answer.status() == 404 || answer.status() == 410
                ? Optional.of(new Never("the browser has ended its subscription; " + answer.said(), true))
                : Optional.empty();
    }
}
