package conveyarr.flow.spool;

import java.io.IOException;
import java.util.List;

/** Where the writer writes to. */
interface Disk {
    /** Returns when the records are durable. */
    void append(List<byte[]> records) throws IOException;

    /** How many bytes it holds. */
    long bytes();

    /** Fails unless a block can be written and synced. */
    void probe() throws IOException;
}
