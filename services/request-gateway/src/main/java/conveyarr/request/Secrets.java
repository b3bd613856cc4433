package conveyarr.request;

import conveyarr.request.core.Redaction;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys and passwords of this installation, which must not be told again by whoever sends them to us. */
@Singleton
class Secrets {
    private final Set<String> all;

    Secrets(Upstreams upstreams, HookKeys keys, @ConfigProperty(name = "conveyarr.api-key") String apiKey) {
        this.all = Stream.concat(
                        Stream.concat(
                                Stream.of(apiKey), upstreams.names().stream().map(keys::of)),
                        upstreams.names().stream()
                                .flatMap(name -> upstreams.entry(name).stream())
                                .flatMap(Secrets::of))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> of(Entry at) {
        return Stream.of(at.apiKey(), at.password()).flatMap(key -> key.stream());
    }

    Redaction redaction() {
        return new Redaction(all);
    }
}
