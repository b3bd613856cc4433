package conveyarr.stories;

import conveyarr.upstream.qbittorrent.NoxProcess.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own for one program, as a container of a VPN gives it: its pages are reached by one way in, and all its peers by
 * {@code tun0}, which can be cut. Needs root and iproute2.
 */
final class Cable implements AutoCloseable {
    private final String name = "cv" + ProcessHandle.current().pid() % 1_000_000;
    private final String subnet = "10.213." + ProcessHandle.current().pid() % 250 + ".";

    private Cable() {}

    /** Empty where this may not be done, which is said in one line. */
    static Optional<Cable> lay() {
        var cable = new Cable();
        try {
            cable.ip("netns add " + cable.name);
            cable.pair("m", "eth0", 1);
            cable.pair("t", "tun0", 5);
            cable.ip("addr add " + cable.peer(true) + "/32 dev " + cable.name + "t");
            cable.ip("-n " + cable.name + " route add " + cable.peer(true) + "/32 dev tun0");
            return Optional.of(cable);
        } catch (UncheckedIOException | IllegalStateException e) {
            System.out.println(
                    "no network of its own for qBittorrent, so its interface is taken away: " + e.getMessage());
            cable.close();
            return Optional.empty();
        }
    }

    /** For the program whose tunnel is cut. */
    Place inside() {
        return new Place(List.of("ip", "netns", "exec", name), subnet + 2, "tun0", subnet + 6);
    }

    /** For its peers. */
    Place outside() {
        return new Place(List.of(), "127.0.0.1", name + "t", "");
    }

    /** Where its peer is found, and where else: a client does not go back within a minute to one that it has lost. */
    String peer(boolean elsewhere) {
        return subnet + (elsewhere ? 9 : 5);
    }

    void cut() {
        ip("link set " + name + "t down");
    }

    void mend() {
        ip("link set " + name + "t up");
    }

    private void pair(String end, String inside, int host) {
        ip("link add " + name + end + " type veth peer name " + inside + " netns " + name);
        ip("addr add " + subnet + host + "/30 dev " + name + end);
        ip("link set " + name + end + " up");
        ip("-n " + name + " addr add " + subnet + (host + 1) + "/30 dev " + inside);
        ip("-n " + name + " link set " + inside + " up");
    }

    private void ip(String words) {
        try {
            var process = new ProcessBuilder(("ip " + words).split(" "))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes()).strip();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("ip " + words + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The pairs go with their one end. */
    @Override
    public void close() {
        for (String words : List.of("link del " + name + "m", "link del " + name + "t", "netns del " + name)) {
            try {
                ip(words);
            } catch (UncheckedIOException | IllegalStateException _) {
                // It was never made.
            }
        }
    }
}
