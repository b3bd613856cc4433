package conveyarr.notification;

import conveyarr.flow.config.SavedEntries;
import conveyarr.flow.config.SavedEntries.Subject;
import conveyarr.notification.channel.ChannelEnvironment;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The channels that a person saved. Read at the start, since what changes afterwards counts from the next one on. */
@Startup
@Singleton
public class SavedChannels {
    private final SavedEntries entries;
    private final FileRules rules;

    SavedChannels(
            Config config, @ConfigProperty(name = "conveyarr.data", defaultValue = "data") Path data, FileRules rules) {
        this.rules = rules;
        this.entries = new SavedEntries(
                config,
                data,
                new Subject(
                        "channels",
                        "conveyarr.channels.",
                        ChannelEnvironment.NAME,
                        new ChannelEnvironment()::variable));
    }

    /** Without this channel the next start would fail: the rules of {@code application.yaml} name it. */
    public boolean isNeeded(String channel) {
        return rules.book().names(channel);
    }

    public SavedEntries entries() {
        return entries;
    }
}
