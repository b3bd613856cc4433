package conveyarr.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every program we talk to, by the name its owner gave it: {@code conveyarr.upstreams.radarr-4k.kind=radarr}. */
@ConfigMapping(prefix = "conveyarr.upstreams")
public interface UpstreamsConfig {
    /** What the *arr apps call theirs when nobody changes it. */
    String USUAL_CATEGORIES = "radarr,radarr-4k,sonarr,sonarr-4k,tv-sonarr,lidarr,readarr,movies,tv,music,books";

    @WithParentName
    Map<String, Entry> upstreams();

    /** One program. What is needed depends on the kind; {@link Upstreams} says what is missing. */
    interface Entry {
        /** Such as {@code radarr}; the instance name when absent. */
        Optional<String> kind();

        /** Where it answers, with its URL base if it has one. */
        Optional<String> url();

        Optional<String> apiKey();

        Optional<String> username();

        Optional<String> password();

        /** The key that its hooks bring; the API key of Conveyarr is accepted as well. */
        Optional<String> hookKey();

        /** Where the program's own health check answers, if that is another address: Gluetun's {@code http://gluetun:9999}. */
        Optional<String> healthUrl();

        /** Where people open it, if that is another address than ours: links on the pages lead there. */
        Optional<String> pageUrl();

        /** Through which we look at the world ourselves, as its tunnel shows it: Gluetun's HTTP proxy, {@code http://gluetun:8888}. */
        Optional<String> proxy();

        /** What is looked at there; it has to answer anything at all. */
        @WithDefault("http://1.1.1.1")
        String reach();

        /** Whether its traffic goes through the VPN. */
        @WithDefault("false")
        boolean behindVpn();

        /** Whether the stack is in trouble without it. */
        @WithDefault("true")
        boolean required();

        /** For a download client: the categories that the *arr apps use. A transfer of any other is watched, and never touched. */
        @WithDefault(USUAL_CATEGORIES)
        Set<String> categories();

        /**
         * For a media server: where it sees what the *arr apps call otherwise, such as {@code /movies=/media/movies,/tv=/media/tv}; nothing is
         * needed where all see the same.
         */
        Optional<List<String>> paths();

        /** How long one call may take. */
        @WithDefault("5s")
        Duration timeout();
    }
}
