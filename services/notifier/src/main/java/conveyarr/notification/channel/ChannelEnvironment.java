package conveyarr.notification.channel;

import conveyarr.flow.config.PlainEnvironment;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code DISCORD_WEBHOOK_URL}, {@code SMTP_PASSWORD_FILE} become {@code conveyarr.channels.discord.url}, {@code …email.password}. Which
 * variables there are and what they stand for is in the file {@code conveyarr/notification/kinds/<first word>}: {@code WEBHOOK_URL=url}, or
 * {@code PASSWORD=email.password} for a channel with another name.
 */
public final class ChannelEnvironment extends PlainEnvironment {
    private static final long serialVersionUID = 1L;

    /** What a setting from here says of where it comes from. */
    public static final String NAME = "channels from the plain environment";

    public ChannelEnvironment() {
        this(System.getenv());
    }

    ChannelEnvironment(Map<String, String> environment) {
        super(NAME, environment, ChannelEnvironment::key);
    }

    private static Optional<String> key(String word, String key) {
        String name = word.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(known(name).getProperty(key))
                .map(own -> "conveyarr.channels." + (own.contains(".") ? own : name + "." + own));
    }

    private static Properties known(String word) {
        var known = new Properties();
        try (var file =
                ChannelEnvironment.class.getClassLoader().getResourceAsStream("conveyarr/notification/kinds/" + word)) {
            if (file != null) {
                known.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
