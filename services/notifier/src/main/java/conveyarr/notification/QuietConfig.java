package conveyarr.notification;

import conveyarr.notification.core.rule.Quiet;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Quiet hours by the name of the channel: {@code conveyarr.notification.quiet.phone.from=22:00}. */
@ConfigMapping(prefix = "conveyarr.notification.quiet")
public interface QuietConfig {
    @WithParentName
    Map<String, Entry> channels();

    interface Entry {
        LocalTime from();

        LocalTime to();

        /** Such as Europe/Berlin; without it, that of the whole. */
        Optional<String> zone();

        /** Whether what needs a person comes through all the same. */
        @WithDefault("false")
        boolean urgent();

        default Quiet quiet(ZoneId zone) {
            return new Quiet(from(), to(), zone().map(FileRules::zone).orElse(zone), urgent());
        }
    }
}
