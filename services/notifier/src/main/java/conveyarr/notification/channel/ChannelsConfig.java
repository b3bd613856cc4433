package conveyarr.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** Every channel by the name its owner gave it: {@code conveyarr.channels.phone.kind=ntfy}. */
@ConfigMapping(prefix = "conveyarr.channels")
public interface ChannelsConfig {
    /** Name to key to value. Which keys there are is for the kind to say; {@code kind} is the name when absent. */
    @WithParentName
    Map<String, Map<String, String>> channels();
}
