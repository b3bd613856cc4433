package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A program whose hooks can be set up through its own API. Every call fails with an {@link UpstreamTrouble} and nothing else. */
public interface HookSource {
    String name();

    /** The same program, which tells our hook in it from somebody else's by this. Without it, no hook is ours. */
    HookSource knowing(Marks marks);

    /** Whether failures make it stop sending for up to an hour, until a test of it succeeds. */
    boolean blocks();

    /** Where it sends its hooks now. */
    Uni<Standing> standing();

    /** Lets it send a Test to the address, and changes nothing. */
    Uni<Void> tryOut(Address to);

    /** Makes it send all its hooks to the address: what was there for us is changed, or something new is made. */
    Uni<Void> install(Address to);

    /** Lets it send a Test through what is installed. */
    Uni<Void> test();

    /** Lets it send a Test to everybody that it sends to, where ours cannot be told from the others. */
    Uni<Void> testAll();

    /** Takes out what is there for us. With the {@code previous} of a {@link Foreign}, that is put back where the program has one place only. */
    Uni<Void> remove(Optional<String> previous);

    /** Our address as this program sees it, and the key that its hooks have to bring. */
    record Address(URI url, String key) {
        @Override
        public String toString() {
            return "Address " + url;
        }
    }

    /** {@code others} are those that hooks go to beside us, or instead of us: no more than scheme and host of each. */
    record Standing(
            State state, Optional<String> url, List<String> others, Optional<Foreign> inOurPlace, boolean blocked) {}

    enum State {
        OURS,
        ABSENT,
        /** The one place is taken by somebody else. */
        FOREIGN
    }

    /**
     * Somebody else's hook in the one place that there is. {@code url} is empty when it is no address before the program has filled it in,
     * {@code authorization} is the header that it gets, {@code types} are the words of the events that it wants, {@code plain} says that one body
     * serves both, {@code previous} is all that it takes to put it back. Holds secrets, so it is never shown.
     */
    record Foreign(
            Optional<URI> url, Optional<String> authorization, List<String> types, boolean plain, String previous) {
        /** Scheme and host alone, for people. */
        public String place() {
            return url.map(uri -> HookSource.place(uri.toString())).orElse("?");
        }

        @Override
        public String toString() {
            return "Foreign " + place();
        }
    }

    /** What may be shown of somebody's address: its scheme and host, for the rest may be a key. */
    static String place(String url) {
        try {
            URI uri = URI.create(url);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() == null ? "?" : uri.getScheme() + "://" + uri.getHost() + port;
        } catch (IllegalArgumentException _) {
            return "?";
        }
    }
}
