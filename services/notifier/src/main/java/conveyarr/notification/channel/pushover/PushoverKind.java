package conveyarr.notification.channel.pushover;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens Pushover: the {@code token} of an application and the key of a {@code user} or group; {@code device} and {@code sound} if wanted. */
@ApplicationScoped
class PushoverKind implements ChannelKind {
    static final String USER = "must be the key of a Pushover user or group: 30 letters and digits";

    static boolean isKey(String text) {
        return text.matches("[A-Za-z0-9]{30}");
    }

    @Override
    public String kind() {
        return "pushover";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("token", "user");
    }

    @Override
    public Set<String> takes() {
        return Set.of("url", "device", "sound", "click");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("token", "user");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (!isKey(settings.need("token"))) {
            throw settings.wrong("token", "must be the token of a Pushover application: 30 letters and digits");
        }
        if (!isKey(settings.need("user"))) {
            throw settings.wrong("user", USER);
        }
        return new Pushover(settings, post);
    }
}
