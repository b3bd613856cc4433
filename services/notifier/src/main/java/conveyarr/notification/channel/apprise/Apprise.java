package conveyarr.notification.channel.apprise;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.notification.channel.Answer;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Judge;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.InDoubt;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The targets behind an Apprise API, which tells of them only as a whole. */
final class Apprise implements Channel, Judge {
    private static final int SOME_FAILED = 424;
    private static final int NOTHING_THERE = 204;

    private final ChannelSettings settings;
    private final URI url;
    private final Post post;

    Apprise(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.url =
                settings.at("", settings.find("targets").isPresent() ? "/notify/" : "/notify/" + settings.need("key"));
        this.post = post;
    }

    private record Body(
            Optional<String> urls, Optional<String> tag, String title, String body, String type, String format) {}

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public OnDoubt onDoubt() {
        return OnDoubt.DROP;
    }

    /** A person is a tag in the stored configuration. */
    @Override
    public Optional<String> wrong(String address) {
        if (settings.find("targets").isPresent()) {
            return Optional.of(
                    "has no use: people are tags of a stored configuration, which a channel with targets has not");
        }
        return address.matches("[-\\w]{1,64}")
                ? Optional.empty()
                : Optional.of("must be a tag of the stored configuration: letters, digits, '-' and '_'");
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        var text = told.text();
        boolean wordless = text.body().isEmpty(); // it takes no body without words
        var body = new Body(
                settings.find("targets"),
                to.or(() -> settings.find("tag")),
                wordless ? "" : text.title(),
                wordless ? text.title() : text.body(),
                type(text.tone()),
                "text");
        return post.send(Message.post(url, Map.of("Accept", "application/json"), body), this);
    }

    private static String type(Tone tone) {
        return switch (tone) {
            case OK -> "success";
            case INFO -> "info";
            case WARN -> "warning";
            case BAD -> "failure";
        };
    }

    @Override
    public Receipt success(Answer answer) {
        if (answer.status() == NOTHING_THERE) {
            return new Never("there is no configuration under this key, or nobody in it has this tag");
        }
        JsonNode error = answer.json().path("error");
        return error.isNull()
                ? new Delivered()
                : new Never("it answers, but not as Apprise API does: " + post.quote(answer.body()));
    }

    @Override
    public Optional<Receipt> special(Answer answer) {
        return answer.status() == SOME_FAILED
                ? Optional.of(new InDoubt("at least one target failed, others may have it; " + answer.said()))
                : Optional.empty();
    }
}
