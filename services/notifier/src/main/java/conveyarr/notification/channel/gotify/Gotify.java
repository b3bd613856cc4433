package conveyarr.notification.channel.gotify;

import com.fasterxml.jackson.annotation.JsonProperty;
import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Message;
import conveyarr.notification.channel.Post;
import conveyarr.notification.core.Notification;
import conveyarr.notification.core.Notification.Text;
import conveyarr.notification.core.OnDoubt;
import conveyarr.notification.core.Receipt;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Tone;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An application of a Gotify server. A person has an application of her own, whose token is her address. */
final class Gotify implements Channel {
    private final ChannelSettings settings;
    private final URI url;
    private final Post post;

    Gotify(ChannelSettings settings, Post post) {
        this.settings = settings;
        this.url = settings.at("", "/message");
        this.post = post;
    }

    private record Body(String title, String message, int priority, Extras extras) {
        static Body of(Text text, Optional<String> click) {
            boolean wordless = text.body().isEmpty(); // it takes no message without words
            var extras = new Extras(new Display("text/plain"), click.map(url -> new Tap(new Link(url))));
            return wordless
                    ? new Body("", text.title(), rank(text.tone()), extras)
                    : new Body(text.title(), text.body(), rank(text.tone()), extras);
        }
    }

    private record Extras(
            @JsonProperty("client::display") Display display,
            @JsonProperty("client::notification") Optional<Tap> tap) {}

    private record Display(String contentType) {}

    private record Tap(Link click) {}

    private record Link(String url) {}

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
        return address.matches("[-.\\w]{8,64}")
                ? Optional.empty()
                : Optional.of("must be the token of a Gotify application");
    }

    @Override
    public Uni<Receipt> send(Notification told, Optional<String> to) {
        String token = to.orElseGet(() -> settings.need("token"));
        var body = Body.of(told.text(), settings.find("click"));
        return post.hiding(Set.of(token))
                .send(
                        Message.post(url, Map.of("X-Gotify-Key", token), body),
                        answer -> answer.json().path("id").isIntegralNumber()
                                ? new Delivered()
                                : new Never("it answers, but not as Gotify does; is the url right?"));
    }

    /** From 8 on a phone rings through its silence. */
    private static int rank(Tone tone) {
        return switch (tone) {
            case BAD -> 8;
            case WARN, OK -> 5;
            case INFO -> 3;
        };
    }
}
