package conveyarr.request;

import conveyarr.flow.http.OffLimits;
import conveyarr.flow.http.SaveDesk.Trial;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamsConfig;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries a program before it is in the configuration: whether it answers at that address and takes that key. */
public final class Trials {
    private static final String NO_ADDRESS = "The address is to be one such as http://radarr:7878.";

    private Trials() {}

    /** Why one of its addresses must not be called, as a sentence; looks the names up, so it may take a while. */
    public static Optional<String> forbidden(UpstreamsConfig.Entry at) {
        return Stream.of(at.url(), at.healthUrl())
                .flatMap(Optional::stream)
                .flatMap(address -> forbidden(address).stream())
                .findFirst();
    }

    private static Optional<String> forbidden(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.of(NO_ADDRESS);
            }
            return Stream.of(InetAddress.getAllByName(uri.getHost()))
                    .flatMap(address -> OffLimits.why(address).stream())
                    .findFirst()
                    .map(why -> uri.getHost() + " is " + why + ".");
        } catch (IllegalArgumentException _) {
            return Optional.of(NO_ADDRESS);
        } catch (UnknownHostException _) {
            return Optional.empty(); // the trial says it, and it may be one that comes later
        }
    }

    public static Uni<Trial> of(Upstream opened) {
        Instant began = Instant.now();
        return opened.probe()
                .map(alive -> new Trial(
                        true,
                        "Connected. " + opened.name() + " " + alive.version() + " answered in "
                                + Duration.between(began, Instant.now()).toMillis() + " ms."))
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(trouble -> new Trial(false, words(opened, trouble)))
                .onFailure()
                .recoverWithItem(_ -> new Trial(false, "The address or the key cannot be used as they are."));
    }

    private static String words(Upstream opened, Throwable trouble) {
        String help = trouble instanceof UpstreamTrouble.Refused
                ? opened.accessHelp().map(more -> " " + more).orElse(" Check the key.")
                : "";
        return trouble.getMessage() + "." + help;
    }
}
