package conveyarr.acquisition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an *arr is asked what it has against the releases that there are: {@code conveyarr.acquisition.releases.…}. */
@ConfigMapping(prefix = "conveyarr.acquisition.releases")
public interface QuestionConfig {
    /** Each question is a search at all indexers. */
    @WithDefault("true")
    boolean ask();

    /** So long a title is searched for in vain before. */
    @WithDefault("15m")
    Duration after();

    /** Between two questions at one *arr. */
    @WithDefault("10m")
    Duration pause();
}
