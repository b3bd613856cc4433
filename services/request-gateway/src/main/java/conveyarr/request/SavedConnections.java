package conveyarr.request;

import conveyarr.flow.config.Origin;
import conveyarr.flow.config.SavedEntries;
import conveyarr.flow.config.SavedEntries.Subject;
import conveyarr.upstream.UpstreamEnvironment;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connections that a person saved. Read at the start, since what changes afterwards counts from the next one on. */
@Startup
@Singleton
public class SavedConnections {
    private static final String ROOT = "conveyarr.upstreams.";

    private final SavedEntries entries;

    SavedConnections(Config config, @ConfigProperty(name = "conveyarr.data", defaultValue = "data") Path data) {
        this.entries = new SavedEntries(
                config,
                data,
                new Subject("connections", ROOT, UpstreamEnvironment.NAME, SavedConnections::plainVariable));
    }

    public SavedEntries entries() {
        return entries;
    }

    private static String plainVariable(String key) {
        return Origin.variable(key.substring(ROOT.length()));
    }
}
