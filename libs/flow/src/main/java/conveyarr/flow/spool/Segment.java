package conveyarr.flow.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One file of the spool. Only what lies before {@code length} is synced; what lies before {@code taken} was moved on. */
final class Segment {
    private static final Logger LOGGER = Logger.getLogger(Segment.class);

    private final Path file;
    private final FileChannel channel;
    /** An earlier process left it, so that its end may be of a record that was never acknowledged. */
    private final boolean left;

    private volatile long length;
    private volatile long taken;

    private Segment(Path file, FileChannel channel, boolean left) {
        this.file = file;
        this.channel = channel;
        this.left = left;
    }

    /** A new file whose name is on the disk too; or none at all. */
    static Segment create(Path file) throws IOException {
        var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            channel.force(true);
            syncFolder(file);
            return new Segment(file, channel, false);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static void syncFolder(Path file) throws IOException {
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** A file that an earlier process left, as long as it is: whoever reads its records finds out what cannot be read. */
    static Segment left(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var segment = new Segment(file, channel, true);
        segment.length = channel.size();
        return segment;
    }

    /** It ends there; what follows is given up. */
    void endAt(long place) throws IOException {
        long size = length;
        length = place;
        if (place < size) {
            giveUp(new Tail(file, channel, place, size));
            cut();
        }
    }

    private void giveUp(Tail tail) throws IOException {
        if (left && tail.isTorn()) {
            LOGGER.warnf("spool.cut file=%s kept=%d cut=%d", file.getFileName(), tail.from(), tail.to() - tail.from());
        } else {
            tail.keep();
        }
    }

    long length() {
        return length;
    }

    long taken() {
        return taken;
    }

    /** Returns when the records are on the disk. After a failure the file must not be written to again. */
    void append(List<byte[]> records, Pen pen) throws IOException {
        long end = pen.write(channel, length, records);
        channel.force(false);
        length = end;
    }

    /** The record at a place; empty when there is no whole one before {@code end}. */
    Optional<byte[]> at(long place, long end) throws IOException {
        var header = ByteBuffer.allocate(Frame.HEADER);
        if (place + Frame.HEADER > end || !fill(channel, header, place)) {
            return Optional.empty();
        }
        int size = Frame.length(header);
        if (size == 0 || place + Frame.HEADER + size > end) {
            return Optional.empty();
        }
        byte[] record = new byte[size];
        return fill(channel, ByteBuffer.wrap(record), place + Frame.HEADER)
                ? Frame.checked(header, record)
                : Optional.empty();
    }

    /** Gives up what cannot be read back between two places; a copy is kept beside the file, unless it never was a record. */
    void skip(long from, long to) throws IOException {
        giveUp(new Tail(file, channel, from, to));
    }

    void take(long until) {
        taken = until;
    }

    /** Removes what follows the last record that is surely there. */
    void cut() throws IOException {
        channel.truncate(length);
        channel.force(true);
    }

    /** All of it was moved on; the file is used again from its start. */
    void empty() throws IOException {
        channel.truncate(0);
        length = 0;
        taken = 0;
    }

    void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    static boolean fill(FileChannel channel, ByteBuffer buffer, long place) throws IOException {
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, place + buffer.position());
            if (read < 0) {
                return false;
            }
        }
        return true;
    }
}
