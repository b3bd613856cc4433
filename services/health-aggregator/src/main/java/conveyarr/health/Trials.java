package conveyarr.health;

import conveyarr.flow.http.OffLimits;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.UpstreamsConfig.Entry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries a program before it is in the configuration: whether it answers at that address and takes that key. Keeps nothing. */
@Singleton
public class Trials {
    private final List<UpstreamKind> kinds;

    Trials(@All List<UpstreamKind> kinds) {
        this.kinds = kinds;
    }

    /** What a person knows of it; {@code key} is the API key, or the password that goes with {@code user}. */
    public record Wanted(String kind, String url, String user, String key) {}

    /** How it went, as a sentence. */
    public record Result(boolean good, String words) {}

    private record Settings(
            Optional<String> kind,
            Optional<String> url,
            Optional<String> apiKey,
            Optional<String> username,
            Optional<String> password,
            Optional<String> hookKey,
            Optional<String> healthUrl,
            Optional<List<String>> paths,
            boolean behindVpn,
            boolean required,
            Duration timeout)
            implements Entry {
        @Override
        public Optional<String> proxy() {
            return Optional.empty();
        }

        @Override
        public String reach() {
            return "";
        }

        @Override
        public Set<String> categories() {
            return Set.of(); // nothing is touched by a try
        }

        static Settings of(Wanted wanted) {
            Optional<String> user = given(wanted.user());
            return new Settings(
                    given(wanted.kind()),
                    given(wanted.url()),
                    given(wanted.key()).filter(_ -> user.isEmpty()),
                    user,
                    given(wanted.key()).filter(_ -> user.isPresent()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    true,
                    Duration.ofSeconds(5));
        }

        private static Optional<String> given(String text) {
            return Optional.of(text).filter(one -> !one.isBlank());
        }
    }

    public List<String> kinds() {
        return kinds.stream().map(UpstreamKind::kind).sorted().toList();
    }

    /** Why the address must not be called, as a sentence; looks the name up, so it may take a while. */
    public static Optional<String> forbidden(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.of("The address is to be one such as http://radarr:7878.");
            }
            return OffLimits.why(InetAddress.getByName(uri.getHost())).map(why -> uri.getHost() + " is " + why + ".");
        } catch (IllegalArgumentException _) {
            return Optional.of("The address is to be one such as http://radarr:7878.");
        } catch (UnknownHostException _) {
            return Optional.of(
                    "The host name is unknown here. In containers, use the name of the program's container.");
        }
    }

    public Uni<Result> of(Wanted wanted) {
        var kind =
                kinds.stream().filter(one -> one.kind().equals(wanted.kind())).findFirst();
        if (kind.isEmpty()) {
            return Uni.createFrom().item(new Result(false, "There is no such kind of program."));
        }
        Instant began = Instant.now();
        Upstream opened = kind.get().open(wanted.kind(), Settings.of(wanted));
        return opened.probe()
                .map(alive -> new Result(
                        true,
                        "Connected. " + wanted.kind() + " " + alive.version() + " answered in "
                                + Duration.between(began, Instant.now()).toMillis() + " ms."))
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(trouble -> new Result(false, words(opened, trouble)))
                .onFailure()
                .recoverWithItem(_ -> new Result(false, "The address or the key cannot be used as they are."));
    }

    private static String words(Upstream opened, Throwable trouble) {
        String help = trouble instanceof UpstreamTrouble.Refused
                ? opened.accessHelp().map(more -> " " + more).orElse(" Check the key.")
                : "";
        return trouble.getMessage() + "." + help;
    }
}
