package conveyarr.notification;

import conveyarr.notification.core.rule.Rule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the file, each under a name of the owner's: {@code conveyarr.notification.rules.family.to=requester}; see {@link Rule}. */
@ConfigMapping(prefix = "conveyarr.notification.rules")
public interface RulesConfig {
    @WithParentName
    Map<String, Entry> rules();

    interface Entry {
        /** Without it, what needs somebody and the news. */
        Optional<List<String>> events();

        /** Without it, all. */
        Optional<List<String>> channels();

        /** Without it, everybody. */
        Optional<String> to();

        /** Without it, now. */
        Optional<String> when();

        default Rule rule() {
            return new Rule(events().orElse(null), channels().orElse(null), to().orElse(null), when().orElse(null));
        }
    }
}
