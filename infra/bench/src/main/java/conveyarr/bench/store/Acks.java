package conveyarr.bench.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** How far each writer was acknowledged, in a mapped file that outlives a kill of the process (but not of the machine). */
final class Acks {
    /** Numbers of a writer are its place times this and more. */
    static final long STRIDE = 1_000_000_000L;

    private final MappedByteBuffer slots;

    Acks(Path file, int writers) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            this.slots = channel.map(MapMode.READ_WRITE, 0, (long) writers * Long.BYTES);
        }
    }

    void acknowledged(int writer, long count) {
        slots.putLong(writer * Long.BYTES, count);
    }

    static List<Long> read(Path file) throws IOException {
        var slots = ByteBuffer.wrap(Files.readAllBytes(file));
        var all = new ArrayList<Long>();
        for (int writer = 0; slots.hasRemaining(); writer++) {
            long count = slots.getLong();
            for (long i = 0; i < count; i++) {
                all.add(writer * STRIDE + i);
            }
        }
        return all;
    }
}
