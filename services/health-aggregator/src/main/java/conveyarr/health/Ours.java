package conveyarr.health;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Our own services as components, which are watched as the programs are. */
public final class Ours {
    /** Where they stand on the page. */
    public static final String GROUP = "Our services";

    /** The one that watches. */
    public static final String SELF = "health-aggregator";

    private static final List<String> SERVICES = Stream.concat(
                    Arrays.stream(Neighbour.values()).map(Neighbour::service), Stream.of(SELF))
            .toList();

    private Ours() {}

    public static List<String> services() {
        return SERVICES;
    }

    public static boolean is(String component) {
        return SERVICES.contains(component);
    }
}
