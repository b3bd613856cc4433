package conveyarr.notification.channel.webpush;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Opens Web Push: the VAPID pair {@code key} (private) and {@code public} as {@code npx web-push generate-vapid-keys} prints them, the
 * {@code contact} of the owner for the push services, and the {@code subscription} of one browser; people have theirs as their address.
 */
@ApplicationScoped
class WebPushKind implements ChannelKind {
    @Override
    public String kind() {
        return "webpush";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("key", "public", "contact");
    }

    @Override
    public Set<String> takes() {
        return Set.of("subscription");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("key", "subscription");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (!settings.need("contact").matches("(mailto:\\S+@\\S+|https://\\S+)")) {
            throw settings.wrong("contact", "must be how a push service reaches you, such as mailto:you@example.org");
        }
        settings.find("subscription").flatMap(Subscription::wrong).ifPresent(why -> {
            throw settings.wrong("subscription", why);
        });
        try {
            return new WebPush(settings, Vapid.of(settings.need("key"), settings.need("public")), post);
        } catch (IllegalArgumentException _) {
            throw settings.wrong(
                    "key",
                    "and " + settings.name()
                            + ".public must be a VAPID pair in URL-safe Base64, 43 and 87 letters long");
        }
    }
}
