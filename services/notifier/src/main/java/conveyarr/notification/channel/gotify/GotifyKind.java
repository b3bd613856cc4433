package conveyarr.notification.channel.gotify;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens Gotify: {@code url} of the server and the {@code token} of an application; {@code click} is what a tap opens. */
@ApplicationScoped
class GotifyKind implements ChannelKind {
    @Override
    public String kind() {
        return "gotify";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("url", "token");
    }

    @Override
    public Set<String> takes() {
        return Set.of("click");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("token");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        return new Gotify(settings, post);
    }
}
