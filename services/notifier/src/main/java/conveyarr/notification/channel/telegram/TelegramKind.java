package conveyarr.notification.channel.telegram;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens Telegram: the {@code token} of a bot and the {@code chat} that it writes to; {@code thread} is a topic in a group. */
@ApplicationScoped
class TelegramKind implements ChannelKind {
    static final String CHAT =
            "must be the number of a chat, such as -1001234567890, or @ and the name of a public channel";

    static boolean isChat(String text) {
        return text.matches("-?\\d{1,19}|@\\w{4,32}");
    }

    @Override
    public String kind() {
        return "telegram";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("token", "chat");
    }

    @Override
    public Set<String> takes() {
        return Set.of("url", "thread");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("token");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (!settings.need("token").matches("\\d+:[-\\w]{10,}")) {
            throw settings.wrong("token", "must be a bot's token as BotFather shows it: digits, a colon and letters");
        }
        if (!isChat(settings.need("chat"))) {
            throw settings.wrong("chat", CHAT);
        }
        if (settings.find("thread")
                .filter(thread -> !thread.matches("\\d{1,9}"))
                .isPresent()) {
            throw settings.wrong("thread", "must be the number of a topic");
        }
        return new Telegram(settings, post);
    }
}
