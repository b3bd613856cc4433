package conveyarr.flow.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The files of the spool, oldest first; the last one may be written to. One thread appends, one takes. */
final class Segments implements Disk {
    private final Path folder;
    private final long largest;
    private final Pen pen = new Pen();
    private final Deque<Segment> files = new ArrayDeque<>();
    private Segment open;
    private long next;

    Segments(Path folder, long largest) throws IOException {
        this.folder = folder;
        this.largest = largest;
        var left = new Leftovers(folder);
        this.next = left.next();
        files.addAll(left.segments());
    }

    /** After a failed sync it is unknown what the file holds, so that the next try has a new file. */
    @Override
    public synchronized void append(List<byte[]> records) throws IOException {
        boolean synced = false;
        try {
            if (open == null || open.length() >= largest) {
                open = Segment.create(folder.resolve("%020d%s".formatted(next++, Leftovers.ENDING)));
                files.add(open);
            }
            open.append(records, pen);
            synced = true;
        } finally {
            if (!synced) {
                abandon(open);
                open = null;
            }
        }
    }

    @Override
    public void probe() throws IOException {
        new Probe(folder).run();
    }

    /** What could not be synced was refused, so it must not come back at the next start. */
    private void abandon(Segment failed) {
        if (failed == null) {
            return;
        }
        try {
            failed.cut();
            if (failed.taken() == failed.length()) {
                files.remove(failed);
                failed.delete();
            }
        } catch (IOException _) {
            // The disk does not take that either; such a record would be stored although its sender was refused, which
            // does no harm.
        }
    }

    @Override
    public synchronized long bytes() {
        return files.stream().mapToLong(Segment::length).sum();
    }

    /** The oldest records, at most so many and about so many bytes, of one file. */
    Batch oldest(int records, long bytes) throws IOException {
        Segment segment = firstToTake();
        while (segment != null) {
            Batch batch = oldest(segment, records, bytes);
            if (!batch.isEmpty()) {
                return batch;
            }
            segment.skip(segment.taken(), batch.end());
            drop(batch);
            segment = firstToTake();
        }
        return Batch.NONE;
    }

    /** Empty, and up to the end of what was there, when the first record cannot be read back: then the places of the others are unknown. */
    private static Batch oldest(Segment segment, int records, long bytes) throws IOException {
        var found = new ArrayList<byte[]>();
        long place = segment.taken();
        long end = segment.length();
        while (found.size() < records && place < end && place - segment.taken() < bytes) {
            Optional<byte[]> record = segment.at(place, end);
            if (record.isEmpty()) {
                return new Batch(List.copyOf(found), segment, found.isEmpty() ? end : place);
            }
            found.add(record.get());
            place += Frame.size(record.get());
        }
        return new Batch(List.copyOf(found), segment, place);
    }

    private synchronized Segment firstToTake() {
        return files.stream()
                .filter(segment -> segment.taken() < segment.length())
                .findFirst()
                .orElse(null);
    }

    synchronized void drop(Batch batch) throws IOException {
        Segment segment = batch.segment();
        segment.take(batch.end());
        if (segment.taken() == segment.length()) {
            if (segment == open) {
                segment.empty();
            } else {
                files.remove(segment);
                segment.delete();
            }
        }
    }

    synchronized void close() throws IOException {
        for (Segment segment : files) {
            segment.close();
        }
    }
}
