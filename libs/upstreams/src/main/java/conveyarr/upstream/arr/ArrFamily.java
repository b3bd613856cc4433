package conveyarr.upstream.arr;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamsConfig.Entry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Opens the programs of the family; each kind brings its dialect. */
public final class ArrFamily {
    /** What no program of the family can do without. */
    public static final List<String> NEEDS = List.of("url", "api-key");

    /** All titles of a large library, or a look at slow disks, take longer than any other answer. */
    private static final Duration WHOLE_LIBRARY = Duration.ofSeconds(60);

    private ArrFamily() {}

    public static Upstream open(Dialect dialect, String name, Entry at) {
        var key = Map.of("X-Api-Key", at.apiKey().orElseThrow());
        var clock = InstantSource.system();
        var patient = new Rest.Place(name, URI.create(at.url().orElseThrow()), WHOLE_LIBRARY);
        var library = new ArrLibrary(dialect, Rest.open(ArrShelfApi.class, patient, key), clock);
        return new Arr(name, dialect, Rest.open(ArrApi.class, name, at, key), library, new OneAnswer(), clock);
    }

    public static HookReader hooks(Dialect dialect) {
        return new ArrHooks(dialect);
    }
}
