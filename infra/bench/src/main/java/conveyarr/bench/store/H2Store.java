package conveyarr.bench.store;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** H2's MVStore: a map by number, committed and synced a batch at a time. */
final class H2Store extends Grouped {
    private final MVStore store;
    private final MVMap<Long, byte[]> map;

    H2Store(Path folder) {
        this.store = new MVStore.Builder()
                .fileName(folder.resolve("spool.mv").toString())
                .autoCommitDisabled()
                .cacheSize(16)
                .open();
        this.map = store.openMap("hooks");
        begin();
    }

    @Override
    void write(List<Waiting> batch) {
        batch.forEach(waiting -> map.put(waiting.number(), waiting.record()));
        store.commit();
        store.sync();
    }

    @Override
    public Set<Long> numbers() {
        return new HashSet<>(map.keySet());
    }

    @Override
    public void drop(int records) {
        for (int i = 0; i < records && !map.isEmpty(); i++) {
            map.remove(map.firstKey());
        }
        store.commit();
    }

    @Override
    public void close() {
        end();
        store.close();
    }
}
