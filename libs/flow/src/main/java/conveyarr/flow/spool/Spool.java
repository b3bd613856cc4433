package conveyarr.flow.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/**
 * A queue of records in a folder of one process. A record is acknowledged when it is synced to the disk; it stays until it was dropped, and is
 * read again after a crash in between, so that whoever moves it must bear to see it twice.
 */
public final class Spool implements AutoCloseable {
    private static final long SEGMENT = 16L * 1024 * 1024;

    private final FileChannel guard;
    private final Segments segments;
    private final Writer writer;
    private final long cap;
    private final LongAdder offered = new LongAdder();

    private Spool(FileChannel guard, Segments segments, Writer writer, long cap) {
        this.cap = cap;
        this.guard = guard;
        this.segments = segments;
        this.writer = writer;
    }

    /** {@code cap} is how many bytes it may hold. Throws {@link IOException} when the folder cannot be used or another process uses it. */
    public static Spool open(Path folder, long cap) throws IOException {
        Files.createDirectories(folder);
        var guard = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!alone(guard)) {
            guard.close();
            throw new IOException("another process uses the spool in " + folder);
        }
        var segments = new Segments(folder, Math.min(SEGMENT, Math.max(1, cap / 4)));
        var writer = new Writer(segments, cap);
        writer.start();
        return new Spool(guard, segments, writer, cap);
    }

    private static boolean alone(FileChannel guard) throws IOException {
        try {
            FileLock lock = guard.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Completes when the record is on the disk; fails with {@link SpoolRefused} when it is not kept. Never blocks. */
    public CompletionStage<Void> append(byte[] record) {
        offered.increment();
        var done = new CompletableFuture<Void>();
        writer.add(record, done);
        return done.minimalCompletionStage();
    }

    /** Whether the next record of ordinary size would be kept, as far as one can know. */
    public boolean accepts() {
        return writer.accepts();
    }

    /** How many bytes wait to be moved, about. */
    public long bytes() {
        return segments.bytes();
    }

    /** How many records were offered since it was opened. */
    public long appended() {
        return offered.sum();
    }

    /** Whether it is time to make room. */
    public boolean isHalfFull() {
        return segments.bytes() > cap / 2;
    }

    /** The oldest records, which stay; empty when there are none. For one reader. */
    public Batch oldest(int records, long bytes) throws IOException {
        return segments.oldest(records, bytes);
    }

    /** Forgets the records of the batch that was read last. */
    public void drop(Batch batch) throws IOException {
        segments.drop(batch);
    }

    /** Syncs what is queued, then lets the folder go. */
    @Override
    public void close() throws IOException {
        writer.close();
        segments.close();
        guard.close();
    }
}
