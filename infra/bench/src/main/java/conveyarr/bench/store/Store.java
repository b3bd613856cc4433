package conveyarr.bench.store;

import java.io.IOException;
import java.util.Set;

/** A queue on the disk, as each candidate would be used. */
interface Store extends AutoCloseable {
    /** Returns when the record is synced to the disk. For many threads. */
    void append(long number, byte[] record) throws Exception;

    /** The numbers of all records. */
    Set<Long> numbers() throws Exception;

    /** Forgets the oldest records, after they were moved elsewhere. */
    void drop(int records) throws Exception;

    @Override
    void close() throws IOException;
}
