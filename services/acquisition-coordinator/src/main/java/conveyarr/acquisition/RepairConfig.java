package conveyarr.acquisition;

import conveyarr.acquisition.core.repair.RepairPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is done at the *arr programs by itself: {@code conveyarr.acquisition.repair.…}. */
@ConfigMapping(prefix = "conveyarr.acquisition.repair")
public interface RepairConfig {
    /** Nothing is done that nobody confirmed; what would have been done is told. */
    @WithDefault("false")
    boolean dryRun();

    /** So many repairs are begun at one *arr within an hour; the others wait for their turn. */
    @WithDefault("10")
    int mostPerHour();

    /** A wish that is older is not fulfilled any more. */
    @WithDefault("1h")
    Duration fresh();

    /** For so long an *arr that does not answer is asked again. */
    @WithDefault("1h")
    Duration patience();

    default RepairPolicy policy() {
        return new RepairPolicy(dryRun(), mostPerHour(), fresh(), patience());
    }
}
