package conveyarr.download.out;

import conveyarr.download.core.Download;
import conveyarr.download.core.Download.Failed;
import conveyarr.download.core.Download.Running;
import conveyarr.download.core.Download.Stalled;
import conveyarr.download.core.Kept;
import conveyarr.flow.state.Aggregate;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds downloads. */
@Singleton
public class DownloadRows {
    public static final Aggregate<Download, DownloadRow> AGGREGATE =
            Aggregate.of(Download.class, _ -> new Download.Unknown(), DownloadRow.class, DownloadRow::new);

    private final Mutiny.SessionFactory db;

    DownloadRows(@PersistenceUnit("download") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /**
     * Under which of its ids a transfer is kept. What was told of it counts most, then that somebody waits for it; a look that nobody had
     * asked for yet, kept under the client's id, must not hide either.
     */
    public Uni<String> keptAs(String hash, Collection<String> aliases) {
        var ids = new HashSet<>(aliases);
        ids.add(hash);
        return db.withSession(session -> session.createSelectionQuery("""
                        select id from DownloadRow where id in ?1
                        order by case kind when 'Running' then 0 when 'Stalled' then 0 when 'Failed' then 0
                            when 'Awaited' then 1 when 'Unclaimed' then 3 when 'Unknown' then 4 else 2 end, id""", String.class)
                .setParameter(1, ids)
                .getResultList()
                .map(found -> found.isEmpty() ? hash : found.getFirst()));
    }

    /** The ids under which somebody waits for a download that no client has shown. */
    public Uni<List<String>> awaited() {
        return db.withSession(session -> session.createSelectionQuery(
                        "select id from DownloadRow where kind = 'Awaited'", String.class)
                .getResultList());
    }

    public Uni<List<Kept>> unfinished(String client) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from DownloadRow where kind in ('Running', 'Stalled', 'Failed')", DownloadRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .flatMap(row ->
                                running(AGGREGATE.json().read(row)).map(running -> new Kept(row.id(), running.id())))
                        .filter(kept -> kept.download().client().equals(client))
                        .toList()));
    }

    private static Stream<Running> running(Download download) {
        return switch (download) {
            case Running running -> Stream.of(running);
            case Stalled(Running before) -> Stream.of(before);
            case Failed(Running before) -> Stream.of(before);
            case Download.Unknown _,
                    Download.Awaited _,
                    Download.Unclaimed _,
                    Download.Finished _,
                    Download.Removed _ -> Stream.empty();
        };
    }
}
