package conveyarr.notification.channel.pushover;

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
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An application of Pushover. It does not know a message again, so one in doubt is not repeated. */
final class Pushover implements Channel, Judge {
    private static final int MOST_OF_A_TITLE = 250;
    private static final int MOST_OF_A_MESSAGE = 1024;

    private final ChannelSettings settings;
    private final URI url;
    private final Post post;

    Pushover(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.url = settings.at("https://api.pushover.net", "/1/messages.json");
        this.post = post;
    }

    /** Without {@code html} all text is plain. */
    private record Body(
            String token,
            String user,
            Optional<String> title,
            String message,
            int priority,
            long timestamp,
            Optional<String> device,
            Optional<String> sound,
            Optional<String> url) {}

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
        return PushoverKind.isKey(address) ? Optional.empty() : Optional.of(PushoverKind.USER);
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        String user = to.orElseGet(() -> settings.need("user"));
        return post.hiding(Set.of(user)).send(Message.post(url, Map.of(), body(told, user)), this);
    }

    private Body body(Notification told, String user) {
        String title = Plain.line(told.text().title(), MOST_OF_A_TITLE);
        String message = Plain.line(told.text().body(), MOST_OF_A_MESSAGE);
        return new Body(
                settings.need("token"),
                user,
                message.isEmpty() ? Optional.empty() : Optional.of(title),
                message.isEmpty() ? title : message, // it takes no message without words
                priority(told.text().tone()),
                told.at().getEpochSecond(),
                settings.find("device"),
                settings.find("sound"),
                settings.find("click"));
    }

    /** 1 goes through the quiet hours of the phone. */
    private static int priority(Tone tone) {
        return switch (tone) {
            case BAD -> 1;
            case WARN, OK -> 0;
            case INFO -> -1;
        };
    }

    @Override
    public Receipt success(Answer answer) {
        return answer.json().path("status").asInt() == 1
                ? new Delivered()
                : new Never("it answers, but not as Pushover does: " + post.quote(answer.body()));
    }

    /** Not "too many at once" but "all of this month": it comes back on the first, when nobody wants the message any more. */
    @Override
    public Optional<Receipt> special(Answer answer) {
        return answer.status() == 429
                ? Optional.of(new Never("the messages of this month are used up; " + answer.said()))
                : Optional.empty();
    }
}
