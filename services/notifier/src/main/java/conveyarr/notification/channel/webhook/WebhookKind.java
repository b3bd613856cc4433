package conveyarr.notification.channel.webhook;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens webhooks: {@code url} and the {@code secret} that the receiver checks the signature with. */
@ApplicationScoped
class WebhookKind implements ChannelKind {
    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("url", "secret");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("secret");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        return new Webhook(settings.name(), settings.url(), signature(settings), post);
    }

    private static Signature signature(ChannelSettings settings) {
        try {
            return new Signature(settings.need("secret"));
        } catch (IllegalArgumentException _) {
            throw settings.wrong(
                    "secret",
                    "must be whsec_ and 24 to 64 bytes in Base64, as \"openssl rand -base64 32\" prints them");
        }
    }
}
