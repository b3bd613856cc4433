package conveyarr.acquisition;

import conveyarr.acquisition.core.handover.Patience;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How approved requests are looked after until the *arr has them. */
@ConfigMapping(prefix = "conveyarr.acquisition.hand-over")
public interface HandOverConfig {
    /** From the approval to the first look. */
    @WithDefault("5m")
    Duration after();

    /** Between looks while the *arr does not answer. */
    @WithDefault("1m")
    Duration again();

    /** After the first try; each further one doubles it. */
    @WithDefault("5m")
    Duration pause();

    /** The longest pause between tries. */
    @WithDefault("1h")
    Duration longestPause();

    /** How often Seerr is asked to hand one approval on again; 0 never, which gives it up at the first look. */
    @WithDefault("6")
    int tries();

    /** For how long an *arr may not answer before it is given up. */
    @WithDefault("24h")
    Duration silence();

    default Patience patience() {
        return new Patience(after(), again(), pause(), longestPause(), tries(), silence());
    }
}
