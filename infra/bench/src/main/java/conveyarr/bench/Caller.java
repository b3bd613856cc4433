package conveyarr.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection that asks, waits for the whole answer, and may then ask again. Times are of {@link System#nanoTime}. */
final class Caller {
    private final InetSocketAddress address;
    private final byte[] head;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    private SocketChannel channel;
    private long since;

    Caller(InetSocketAddress address, String path, int bodySize) {
        this.address = address;
        this.head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + address.getPort()
                        + "\r\nContent-Type: application/json\r\nX-Api-Key: " + Installation.KEY
                        + "\r\nContent-Length: "
                        + bodySize + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void connect(Selector selector) throws IOException {
        close();
        in.clear();
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void ask(byte[] body, long due) throws IOException {
        since = due;
        ByteBuffer out = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** The status of the answer; 0 while it is not whole. */
    int read() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the server closed the connection");
        }
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || text.length() < end + 4 + length(text, end)) {
            return 0;
        }
        in.clear();
        return Integer.parseInt(text.substring(9, 12));
    }

    private static int length(String text, int end) {
        int at = text.toLowerCase().indexOf("content-length: ");
        return at < 0 || at > end
                ? 0
                : Integer.parseInt(
                        text.substring(at + 16, text.indexOf('\r', at)).strip());
    }

    long since() {
        return since;
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
