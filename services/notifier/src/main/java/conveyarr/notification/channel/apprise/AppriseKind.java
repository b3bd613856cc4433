package conveyarr.notification.channel.apprise;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens Apprise API: its {@code url} and the {@code key} of a stored configuration (with a {@code tag} if wanted), or {@code targets}. */
@ApplicationScoped
class AppriseKind implements ChannelKind {
    static final String KEY = "must be the key of a stored configuration: at most 128 letters, digits, '-' and '_'";

    @Override
    public String kind() {
        return "apprise";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("url", settings.find("targets").isPresent() ? "targets" : "key");
    }

    @Override
    public Set<String> takes() {
        return Set.of("key", "targets", "tag");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("key", "targets");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (settings.find("key").filter(key -> !key.matches("[-\\w]{1,128}")).isPresent()) {
            throw settings.wrong("key", KEY);
        }
        return new Apprise(settings, post);
    }
}
