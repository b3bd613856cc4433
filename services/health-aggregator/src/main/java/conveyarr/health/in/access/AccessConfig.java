package conveyarr.health.in.access;

import conveyarr.health.GroupsConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who gets to see the pages. */
@ConfigMapping(prefix = "conveyarr.access")
public interface AccessConfig {
    /** {@code NONE}: whoever reaches the address may do everything. */
    enum Mode {
        LOGIN,
        NONE
    }

    @WithDefault("login")
    Mode mode();

    /** How long a login lasts. */
    @WithDefault("30d")
    Duration session();

    /** The address under which people know us, when a proxy changes it: {@code https://media.example.org/flow}. */
    Optional<String> publicUrl();

    /** Whether {@code /status} tells everybody whether the stack is well, without names. */
    @WithDefault("false")
    boolean publicStatus();

    Proxy proxy();

    /** A proxy that logs people in. Its headers count when it comes from one of these addresses, and from nowhere else. */
    interface Proxy extends GroupsConfig {
        /** Addresses or small networks: {@code 172.18.0.5, 10.1.0.0/24}. */
        Optional<List<String>> trusted();

        @WithDefault("Remote-User")
        String userHeader();

        @WithDefault("Remote-Groups")
        String groupsHeader();

        /** What the proxy has to send as {@code X-Proxy-Secret}, as a second proof. */
        Optional<String> secret();
    }
}
