package conveyarr.notification.channel.ntfy;

import conveyarr.flow.wire.Json;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import conveyarr.notification.channel.Post.Answer;
import conveyarr.notification.channel.Post.Message;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Plain;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topic of an ntfy server. ntfy does not know a message again, so one in doubt is not repeated: nobody wants the same message twice. */
final class Ntfy implements Channel {
    /** A longer message would become an attachment. */
    private static final int MOST_BYTES = 4096;

    private static final int HIGH = 4;
    private static final int NORMAL = 3;

    private final ChannelSettings settings;
    private final Post post;

    Ntfy(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.post = post;
        settings.url();
    }

    private record Body(
            String topic, String title, String message, int priority, List<String> tags, Optional<String> click) {}

    private record Published(String id, String event) {}

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.DROP;
    }

    /** A person may have a topic of her own. */
    @Override
    public Optional<String> wrong(String address) {
        return NtfyKind.isTopic(address) ? Optional.empty() : Optional.of(NtfyKind.TOPIC);
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        var text = told.text();
        var body = new Body(
                to.orElseGet(() -> settings.need("topic")),
                text.title(),
                Plain.bytes(text.body(), MOST_BYTES),
                priority(text.tone()),
                List.of(told.type()),
                settings.find("click"));
        Map<String, String> headers = settings.find("token")
                .map(token -> Map.of("Authorization", "Bearer " + token))
                .orElse(Map.of());
        return post.send(
                new Message(settings.url(), headers, Json.write(body).getBytes(StandardCharsets.UTF_8)), Ntfy::judge);
    }

    private static int priority(Tone tone) {
        return switch (tone) {
            case BAD -> HIGH;
            case OK, INFO, WARN -> NORMAL;
        };
    }

    /** ntfy gives the message back with its id; any other program that happens to say yes does not. */
    private static Receipt judge(Answer answer) {
        try {
            var published = Json.read(answer.body(), Published.class);
            boolean ours = published != null && published.id() != null && "message".equals(published.event());
            return ours ? new Delivered() : notNtfy();
        } catch (IllegalArgumentException _) {
            return notNtfy();
        }
    }

    private static Receipt notNtfy() {
        return new Never("it answers, but not as ntfy does; is the url right?");
    }
}
