package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The program that holds the VPN tunnel. */
public interface VpnGateway extends Upstream {
    Uni<Tunnel> tunnel();

    /**
     * Stops the tunnel and starts it again; gives what the gateway says of it. May take as long as the gateway needs, up to the time limit of a
     * call. Fails with {@link UpstreamTrouble.Declined}, and orders nothing, where that would not help.
     */
    Uni<String> restart(Restart how);

    /** What would help instead, where an order to restart does nothing while the gateway says this word. */
    Optional<String> insteadOfRestart(String word);

    /**
     * Without {@code mayStop} only a tunnel that stands still is started. {@code permit} is asked right before each command goes out, and when
     * it fails, so does the command and does not go out.
     */
    record Restart(boolean mayStop, Supplier<Uni<Void>> permit) {}

    /** What its owner has to do so that it answers us at these {@linkplain Refusals routes} too, in words that can be pasted. */
    String accessHelp(List<String> routes);

    /** Ready-made settings of the gateway that make it call {@code door}, its hook address, when the tunnel or a port changes. */
    List<Setting> hookSettings(URI door);

    /** Whether this hook of the gateway says that its tunnel has just gone down. */
    boolean saysDown(HookReader.Reading hook);

    /** Whether this hook of the gateway says that its tunnel has just come up, or forwards a port, which it does only then. */
    boolean saysUp(HookReader.Reading hook);

    /** One line of the gateway's environment; {@code since} is the first version that knows it. */
    record Setting(String name, String value, String since) {}

    /**
     * {@code word} is the gateway's own word. An absent address does not prove that the tunnel is down (the look-up may have failed), and
     * "running" does not prove that it is up. {@code healthy} is what the gateway's own check of the connection says, where it can be asked;
     * {@code carries} is what we saw when we looked through the tunnel ourselves, where we can. What is in {@code refusals} is absent because we
     * may not know it, and its absence says nothing at all.
     */
    record Tunnel(
            String word,
            Optional<String> publicAddress,
            Optional<String> country,
            List<Integer> forwardedPorts,
            Optional<Boolean> healthy,
            Optional<Boolean> carries,
            Refusals refusals) {
        /** One that we cannot look through, and that hides nothing. */
        public Tunnel(
                String word,
                Optional<String> publicAddress,
                Optional<String> country,
                List<Integer> forwardedPorts,
                Optional<Boolean> healthy) {
            this(word, publicAddress, country, forwardedPorts, healthy, Optional.empty(), Refusals.NONE);
        }
    }

    /** The routes that would tell the public address and the forwarded ports, where the gateway refuses them to us. */
    record Refusals(Optional<String> address, Optional<String> ports) {
        public static final Refusals NONE = new Refusals(Optional.empty(), Optional.empty());
    }
}
