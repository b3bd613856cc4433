package conveyarr.download.out;

import conveyarr.download.core.Download;
import conveyarr.download.core.Download.Failed;
import conveyarr.download.core.Download.Running;
import conveyarr.download.core.Download.Stalled;
import conveyarr.events.DownloadId;
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

    public Uni<String> keptAs(String hash, Collection<String> aliases) {
        var ids = new HashSet<>(aliases);
        ids.add(hash);
        return db.withSession(session -> session.createSelectionQuery(
                        "select id from DownloadRow where id in ?1 order by id", String.class)
                .setParameter(1, ids)
                .getResultList()
                .map(found -> found.isEmpty() ? hash : found.getFirst()));
    }

    public Uni<List<DownloadId>> unfinished(String client) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from DownloadRow where kind in ('Running', 'Stalled', 'Failed')", DownloadRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(AGGREGATE.json()::read)
                        .flatMap(DownloadRows::running)
                        .map(Running::id)
                        .filter(id -> id.client().equals(client))
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
