package conveyarr.upstream;

import java.util.List;
import java.util.Optional;

/** A kind of program, such as Radarr. Each folder below this package brings one, found by CDI; one kind may be opened many times. */
public interface UpstreamKind {
    /** The word for {@code conveyarr.upstreams.<name>.kind}. */
    String kind();

    /** Other words for it, such as the names of its forks and forerunners that speak the same API. */
    default List<String> alsoKnownAs() {
        return List.of();
    }

    /** The config keys that this kind cannot do without, such as {@code url}; of {@code username|api-key} one is enough. */
    List<String> needs();

    /** Opens a connected instance; makes no call. */
    Upstream open(String name, UpstreamsConfig.Entry at);

    /** The reader of the hooks that this kind sends; empty when it sends none. */
    Optional<HookReader> hooks();

    /** How to set up the hooks of a connected instance; empty when its API does not offer that. Makes no call. */
    default Optional<HookSource> hookSource(String name, UpstreamsConfig.Entry at) {
        return Optional.empty();
    }
}
