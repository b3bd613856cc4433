package conveyarr.library.out;

import conveyarr.events.MediaId;
import conveyarr.flow.state.Aggregate;
import conveyarr.library.core.LibraryItem;
import conveyarr.library.core.LibraryItem.Available;
import conveyarr.library.core.LibraryItem.Removed;
import conveyarr.library.core.LibraryItem.Unknown;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.AtArr;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds library items. */
@Singleton
public class LibraryRows {
    public static final Aggregate<LibraryItem, LibraryItemRow> AGGREGATE = Aggregate.of(
                    LibraryItem.class, _ -> new LibraryItem.Unknown(), LibraryItemRow.class, LibraryItemRow::new)
            .with((item, row) -> row.dueAt = item.shelf().due().orElse(null));

    private static final int MOST_AT_ONCE = 200;

    private final Mutiny.SessionFactory db;

    private final LibraryIndex index;

    LibraryRows(@PersistenceUnit("library") Mutiny.SessionFactory db, LibraryIndex index) {
        this.db = db;
        this.index = index;
    }

    /** Lets the index follow what an *arr said, in the transaction of the one who calls. */
    public Uni<Void> follow(AtArr seen) {
        return index.follow(seen);
    }

    /** Everything that no media server lists yet. */
    public Uni<Map<MediaId, Waiting>> waiting() {
        return db.withSession(session -> session.createSelectionQuery(
                        "from LibraryItemRow where kind = 'Waiting' order by id", LibraryItemRow.class)
                .getResultList()
                .map(LibraryRows::read));
    }

    /** The titles for which a scan is due. */
    public Uni<List<MediaId>> due(Instant now) {
        return db.withSession(session -> session.createSelectionQuery(
                        "select id from LibraryItemRow where dueAt <= ?1 order by dueAt", String.class)
                .setParameter(1, now)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList()
                .map(ids -> ids.stream().map(MediaId::new).toList()));
    }

    private static Map<MediaId, Waiting> read(List<LibraryItemRow> rows) {
        var all = new LinkedHashMap<MediaId, Waiting>();
        for (LibraryItemRow row : rows) {
            switch (AGGREGATE.json().read(row)) {
                case Waiting waiting -> all.put(new MediaId(row.id()), waiting);
                case Unknown _, Available _, Removed _ -> {}
            }
        }
        return all;
    }
}
