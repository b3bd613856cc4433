package conveyarr.bench.store;

import conveyarr.flow.spool.Spool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The segment files of libs/flow. */
final class OurSpool implements Store {
    private final Spool spool;

    OurSpool(Path folder) throws IOException {
        this.spool = Spool.open(folder, 4L * 1024 * 1024 * 1024);
    }

    @Override
    public void append(long number, byte[] record) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + record.length)
                .putLong(number)
                .put(record)
                .array();
        spool.append(bytes).toCompletableFuture().join();
    }

    @Override
    public Set<Long> numbers() throws IOException {
        var all = new HashSet<Long>();
        for (var batch = spool.oldest(5000, 8 << 20); !batch.isEmpty(); batch = spool.oldest(5000, 8 << 20)) {
            batch.records().forEach(record -> all.add(ByteBuffer.wrap(record).getLong()));
            spool.drop(batch);
        }
        return all;
    }

    @Override
    public void drop(int records) throws IOException {
        spool.drop(spool.oldest(records, Long.MAX_VALUE));
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
