package conveyarr.flow.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** Writes records in large strokes, with one buffer however large they are. For one thread. */
final class Pen {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);

    /** Returns the place after the last record. */
    long write(FileChannel channel, long place, List<byte[]> records) throws IOException {
        buffer.clear();
        long end = place;
        for (byte[] record : records) {
            end = put(channel, end, Frame.header(record));
            end = put(channel, end, record);
        }
        return flush(channel, end);
    }

    /** Returns the place of the buffer's start; the buffer's own bytes are not counted yet. */
    private long put(FileChannel channel, long place, byte[] bytes) throws IOException {
        long start = place;
        int done = 0;
        while (done < bytes.length) {
            if (!buffer.hasRemaining()) {
                start = flush(channel, start);
            }
            int stroke = Math.min(buffer.remaining(), bytes.length - done);
            buffer.put(bytes, done, stroke);
            done += stroke;
        }
        return start;
    }

    private long flush(FileChannel channel, long place) throws IOException {
        long end = place;
        buffer.flip();
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
        buffer.clear();
        return end;
    }
}
