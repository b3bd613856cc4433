package conveyarr.flow.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/** The part of a segment that cannot be read as records. */
record Tail(Path file, FileChannel channel, long from, long to) {
    private static final Logger LOGGER = Logger.getLogger(Tail.class);
    /** How many bytes are checked at most while looking for records behind a broken one. */
    private static final long EFFORT = 256L * 1024 * 1024;

    /**
     * Whether it is but the last record, which was not written to its end when the process died. A rotten length looks the same, but whole
     * records follow it; what cannot be told in reasonable time is taken for rot.
     */
    boolean isTorn() throws IOException {
        var header = ByteBuffer.allocate(Frame.HEADER);
        if (to - from < Frame.HEADER) {
            return true;
        }
        Segment.fill(channel, header, from);
        int length = Frame.length(header);
        return length > 0 && from + Frame.HEADER + length > to && !holdsRecord();
    }

    private boolean holdsRecord() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        Segment.fill(channel, ByteBuffer.wrap(bytes), from);
        var all = ByteBuffer.wrap(bytes);
        long effort = 0;
        for (int place = 1; place + Frame.HEADER < bytes.length; place++) {
            var header = all.slice(place, Frame.HEADER);
            int length = Frame.length(header);
            if (length > 0 && length <= bytes.length - place - Frame.HEADER) {
                effort += length;
                if (effort > EFFORT || Frame.isWhole(header, all.slice(place + Frame.HEADER, length))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Copies it into a file beside the segment, because it may hold records that were acknowledged. */
    void keep() throws IOException {
        Path copy = free();
        boolean whole = false;
        try (var out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copyTo(out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(copy);
            }
        }
        LOGGER.errorf("spool.rotten file=%s at=%d bytes=%d kept=%s", file, from, to - from, copy.getFileName());
    }

    /** A segment's number may come again, and what was kept earlier stays. */
    private Path free() {
        Path copy = file.resolveSibling(file.getFileName() + ".cut");
        for (int number = 1; Files.exists(copy); number++) {
            copy = file.resolveSibling(file.getFileName() + ".cut" + number);
        }
        return copy;
    }

    private void copyTo(FileChannel out) throws IOException {
        long done = from;
        while (done < to) {
            long copied = channel.transferTo(done, to - done, out);
            if (copied <= 0) {
                throw new IOException("the rotten part of " + file + " cannot be copied");
            }
            done += copied;
        }
        out.force(true);
        Segment.syncFolder(file);
    }
}
