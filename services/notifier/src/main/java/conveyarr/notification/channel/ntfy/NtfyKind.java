package conveyarr.notification.channel.ntfy;

import conveyarr.notification.channel.Channel;
import conveyarr.notification.channel.ChannelKind;
import conveyarr.notification.channel.ChannelSettings;
import conveyarr.notification.channel.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Opens ntfy topics: {@code url} of the server and {@code topic}; {@code token} if it asks for one; {@code click} is what a tap opens. */
@ApplicationScoped
class NtfyKind implements ChannelKind {
    static final String TOPIC = "must be at most 64 letters, digits, '-' and '_'";

    static boolean isTopic(String text) {
        return text.matches("[-_A-Za-z0-9]{1,64}");
    }

    @Override
    public String kind() {
        return "ntfy";
    }

    @Override
    public Set<String> needs(ChannelSettings settings) {
        return Set.of("url", "topic");
    }

    @Override
    public Set<String> takes() {
        return Set.of("token", "click");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("token");
    }

    @Override
    public Channel open(ChannelSettings settings, Post post) {
        if (!isTopic(settings.need("topic"))) {
            throw settings.wrong("topic", TOPIC);
        }
        String path = settings.url().getPath();
        if (path != null && path.length() > 1) { // it would take our JSON there for the text of the message
            throw settings.wrong(
                    "url",
                    "must be the address of the server alone, such as https://ntfy.sh; the topic goes into "
                            + "conveyarr.channels." + settings.name() + ".topic");
        }
        return new Ntfy(settings, post);
    }
}
