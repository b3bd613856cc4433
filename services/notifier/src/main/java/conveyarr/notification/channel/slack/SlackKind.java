package conveyarr.notification.channel.slack;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Opens Slack: the {@code url} of an incoming webhook; or the {@code token} of a bot and the id of a {@code room}, and then messages can be
 * changed and people can be written to.
 */
@ApplicationScoped
class SlackKind implements ChannelKind {
    static final String ROOM = "must be the id of a channel or a member, such as C024BE91L or U024BE7LH";

    static boolean isRoom(String text) {
        return text.matches("[A-Z0-9]{6,20}");
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return settings.find("token").isPresent() ? Set.of("token", "room") : Set.of("url");
    }

    @Override
    public Set<String> takes() {
        return Set.of("url", "token", "room");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("token");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (settings.find("token").isEmpty()) {
            return new SlackWebhook(settings.name(), settings.url(), post);
        }
        if (!isRoom(settings.need("room"))) {
            throw settings.wrong("room", ROOM);
        }
        return new SlackBot(settings, post);
    }
}
