package conveyarr.flow.spool;

import java.util.List;

/** The oldest records of a spool; still in the spool until the batch is dropped. */
public final class Batch {
    static final Batch NONE = new Batch(List.of(), null, 0);

    private final List<byte[]> records;
    private final Segment segment;
    private final long end;

    Batch(List<byte[]> records, Segment segment, long end) {
        this.records = records;
        this.segment = segment;
        this.end = end;
    }

    public List<byte[]> records() {
        return records;
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    Segment segment() {
        return segment;
    }

    long end() {
        return end;
    }
}
