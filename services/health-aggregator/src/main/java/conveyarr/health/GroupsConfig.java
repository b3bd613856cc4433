package conveyarr.health;

import conveyarr.health.core.access.Role;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What the groups of those who log in elsewhere are worth here. */
public interface GroupsConfig {
    /** The groups of those who change settings. */
    @WithDefault("admins")
    Set<String> admins();

    /** The groups of those who act. */
    @WithDefault("operators")
    Set<String> operators();

    /** What everybody else may do. */
    @WithDefault("reader")
    Role usual();
}
