package conveyarr.bench.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB, which comes with Kafka Streams: keys are numbers, every batch is synced. */
final class RocksStore extends Grouped {
    static {
        RocksDB.loadLibrary();
    }

    private final RocksDB database;
    private final WriteOptions synced = new WriteOptions().setSync(true);

    RocksStore(Path folder) throws RocksDBException {
        this.database = RocksDB.open(new Options().setCreateIfMissing(true), folder.toString());
        begin();
    }

    @Override
    void write(List<Waiting> batch) throws RocksDBException {
        try (var all = new WriteBatch()) {
            for (Waiting waiting : batch) {
                all.put(key(waiting.number()), waiting.record());
            }
            database.write(synced, all);
        }
    }

    private static byte[] key(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    @Override
    public Set<Long> numbers() {
        var all = new HashSet<Long>();
        try (var rows = database.newIterator()) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                all.add(ByteBuffer.wrap(rows.key()).getLong());
            }
        }
        return all;
    }

    @Override
    public void drop(int records) throws RocksDBException {
        try (var rows = database.newIterator()) {
            rows.seekToFirst();
            for (int i = 0; i < records && rows.isValid(); i++) {
                database.delete(rows.key());
                rows.next();
            }
        }
    }

    @Override
    public void close() {
        end();
        synced.close();
        database.close();
    }
}
