package conveyarr.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Blocks of neighbouring free ports on loopback, below the range from which the system hands out ports by itself. A block is given once, since
 * nobody listens there yet when the next story asks.
 */
final class Blocks {
    private static final int SIZE = 20;
    /** Which of the test processes this is, each with ports of its own: stories run beside each other. */
    private static final int FORK = Integer.getInteger("conveyarr.fork", 1);

    private static final int FAR = 4000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Blocks() {}

    static int free() {
        int start = 20000 + FORK * FAR + (int) (ProcessHandle.current().pid() % 50) * SIZE;
        return IntStream.iterate(start, base -> base + SIZE)
                .limit(FAR / SIZE - 50)
                .filter(base -> IntStream.range(base, base + SIZE).allMatch(Blocks::isFree))
                .filter(GIVEN::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no block of free ports"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
