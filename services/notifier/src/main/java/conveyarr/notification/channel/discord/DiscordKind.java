package conveyarr.notification.channel.discord;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens Discord webhooks: {@code url} as Discord shows it; {@code thread} is the id of a thread in that channel. */
@ApplicationScoped
class DiscordKind implements ChannelKind {
    @Override
    public String kind() {
        return "discord";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("url");
    }

    @Override
    public Set<String> takes() {
        return Set.of("thread");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (!settings.url().getPath().matches("/api(/v\\d+)?/webhooks/\\d+/[-\\w]+")) {
            throw settings.wrong(
                    "url",
                    "must be the address of a webhook as Discord shows it, such as https://discord.com/api/webhooks/<id>/<token>,"
                            + " with nothing behind the token");
        }
        if (settings.find("thread").filter(thread -> !thread.matches("\\d+")).isPresent()) {
            throw settings.wrong("thread", "must be the id of a thread, digits only");
        }
        return new Discord(settings, post);
    }
}
