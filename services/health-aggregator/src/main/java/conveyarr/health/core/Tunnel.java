package conveyarr.health.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The VPN tunnel of one gateway. */
public sealed interface Tunnel {
    String name();

    /** Not yet seen up or down. */
    record Unknown(String name) implements Tunnel {}

    /** It carries traffic, as far as the gateway knows. {@code looksWithoutAddress} counts those in a row. */
    record Up(String name, Instant since, Address address, int looksWithoutAddress) implements Tunnel {}

    record Dropped(String name, Instant since, String reason) implements Tunnel {}

    /** What the world sees of us; a public address may be unknown though the tunnel works. */
    record Address(Optional<String> publicAddress, List<Integer> forwardedPorts) {}

    /** One look at the gateway; {@code word} is its own. */
    record Seen(Instant at, String word, Address address) {}
}
