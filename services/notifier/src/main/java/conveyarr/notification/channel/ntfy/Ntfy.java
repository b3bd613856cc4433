package conveyarr.notification.channel.ntfy;

import com.fasterxml.jackson.annotation.JsonProperty;
import conveyarr.events.EventId;
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
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A topic of an ntfy server. Only servers from 2.16 know a message again by its sequence id, and they do not say their version, so one in
 * doubt is not repeated: nobody wants the same message twice. A server that gives the sequence id back can change the message.
 */
final class Ntfy implements Channel, Judge {
    /** A longer message would become an attachment. */
    private static final int MOST_BYTES = 4096;

    private static final int HIGH = 4;
    private static final int NORMAL = 3;

    private static final int DAILY_LIMIT = 42908;

    private final ChannelSettings settings;
    private final Post post;

    Ntfy(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.post = post;
        settings.url();
    }

    private record Body(
            String topic,
            String title,
            String message,
            int priority,
            List<String> tags,
            Optional<String> click,
            @JsonProperty("sequence_id") String sequence) {}

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
        return publish(told, to, EventId.of(told.event(), name()).toString());
    }

    @Override
    public boolean edits() {
        return true;
    }

    @Override
    public Uni<Receipt> edit(String message, Notification told, Optional<String> to) {
        return publish(told, to, message);
    }

    private Uni<Receipt> publish(Notification told, Optional<String> to, String sequence) {
        var text = told.text();
        var body = new Body(
                to.orElseGet(() -> settings.need("topic")),
                text.title(),
                Plain.bytes(text.body(), MOST_BYTES),
                priority(text.tone()),
                List.of(told.type()),
                settings.find("click"),
                sequence);
        Map<String, String> headers = settings.find("token")
                .map(token -> Map.of("Authorization", "Bearer " + token))
                .orElse(Map.of());
        return post.send(Message.post(settings.url(), headers, body), this);
    }

    private static int priority(Tone tone) {
        return switch (tone) {
            case BAD -> HIGH;
            case OK, INFO, WARN -> NORMAL;
        };
    }

    /** ntfy gives the message back with its id; any other program that happens to say yes does not. */
    @Override
    public Receipt success(Answer answer) {
        var published = answer.json();
        boolean ours = published.path("id").isTextual()
                && "message".equals(published.path("event").asText());
        return ours
                ? new Delivered(
                        Optional.ofNullable(published.path("sequence_id").textValue()))
                : new Never("it answers, but not as ntfy does; is the url right?");
    }

    /** The quota of a day comes back at midnight, UTC. */
    @Override
    public Optional<Duration> pause(Answer answer) {
        return answer.json().path("code").asInt() == DAILY_LIMIT
                ? Optional.of(Duration.ofDays(1)
                        .minusSeconds(LocalTime.now(ZoneOffset.UTC).toSecondOfDay()))
                : answer.retryAfter();
    }
}
