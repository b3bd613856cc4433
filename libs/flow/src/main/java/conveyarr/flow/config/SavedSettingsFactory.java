package conveyarr.flow.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Finds the saved settings in the data folder, wherever that is set. */
public final class SavedSettingsFactory implements ConfigSourceFactory {
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var data = context.getValue("conveyarr.data");
        String folder = data == null || data.getValue() == null ? "data" : data.getValue();
        return List.of(new SavedSettings(Path.of(folder)));
    }
}
