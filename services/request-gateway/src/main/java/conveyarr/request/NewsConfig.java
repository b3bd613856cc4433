package conveyarr.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether Seerr is told to look when something became available: {@code conveyarr.request.tell-seerr.…}. */
@ConfigMapping(prefix = "conveyarr.request.tell-seerr")
public interface NewsConfig {
    @WithDefault("true")
    boolean enabled();

    /** Between two looks. */
    @WithDefault("1m")
    Duration pause();
}
