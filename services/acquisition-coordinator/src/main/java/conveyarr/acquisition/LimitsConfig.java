package conveyarr.acquisition;

import conveyarr.acquisition.core.cause.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a title may take before a person is called: {@code conveyarr.acquisition.limits.…}. */
@ConfigMapping(prefix = "conveyarr.acquisition.limits")
public interface LimitsConfig {
    /** From the list to a grabbed release. */
    @WithDefault("6h")
    Duration searching();

    /** Of a download from its grab, or from the last tenth that arrived, to the next. */
    @WithDefault("12h")
    Duration downloading();

    /** From the complete download to the import. */
    @WithDefault("30m")
    Duration importing();

    /** How often a title is looked at that is not in the queue; less often when it waits for long. */
    @WithDefault("5m")
    Duration every();

    default Limits limits() {
        return new Limits(searching(), downloading(), importing(), every());
    }
}
