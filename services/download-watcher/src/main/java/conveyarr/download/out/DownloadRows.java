package conveyarr.download.out;

import conveyarr.download.core.Download;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Kept;
import conveyarr.download.core.Known;
import conveyarr.download.core.Watch;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import conveyarr.flow.state.Aggregate;
import conveyarr.flow.wire.Json;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
            order by case kind when 'Running' then 0 when 'Stalled' then 0 when 'Held' then 0 when 'Failed' then 0
                when 'Awaited' then 1 when 'Unclaimed' then 3 when 'Unknown' then 4 else 2 end, id\
            """, String.class)
                .setParameter(1, ids)
                .getResultList()
                .map(found -> found.isEmpty() ? hash : found.getFirst()));
    }

    /** The ids under which somebody waits for something: that a client shows the download, or that its import is settled. */
    public Uni<List<String>> awaited() {
        return db.withSession(session -> session.createSelectionQuery(
                        "select id from DownloadRow where kind in ('Awaited', 'Refused')", String.class)
                .getResultList());
    }

    public Uni<List<Kept>> unfinished(String client) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from DownloadRow where kind in ('Running', 'Stalled', 'Held', 'Failed', 'Refused')",
                        DownloadRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .flatMap(row -> Kept.inClient(AGGREGATE.json().read(row)).stream()
                                .map(id -> new Kept(row.id(), id)))
                        .filter(kept -> kept.download().client().equals(client))
                        .toList()));
    }

    public Uni<List<Known>> all() {
        return db.withSession(session -> session.createSelectionQuery(
                        "from DownloadRow where kind in ('Awaited', 'Unclaimed', 'Running', 'Stalled', 'Held',"
                                + " 'Failed', 'Refused')",
                        DownloadRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(DownloadRows::known).toList()));
    }

    /** Also those that are complete, as long as nobody has said that their import is settled. */
    public Uni<List<String>> of(MediaId media) {
        return all().chain(all -> finished(media).map(finished -> Stream.concat(all.stream(), finished.stream())
                .filter(known -> isOf(media, known.download()))
                .map(Known::id)
                .toList()));
    }

    private Uni<List<Known>> finished(MediaId media) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from DownloadRow where kind = 'Finished' and locate(?1, state) > 0", DownloadRow.class)
                .setParameter(1, Json.write(media.value()))
                .getResultList()
                .map(rows -> rows.stream().map(DownloadRows::known).toList()));
    }

    private static boolean isOf(MediaId media, Download download) {
        return switch (download) {
            case Refused refused -> refused.media().equals(media);
            case Finished finished -> finished.media().equals(media) && !finished.settled();
            case Awaited awaited -> awaited.media().equals(media);
            case Running _, Stalled _, Held _, Failed _, Unknown _, Unclaimed _, Removed _ ->
                Watch.underWay(download)
                        .filter(running -> running.media().equals(media))
                        .isPresent();
        };
    }

    /** The one that its client has under this id, when somebody still has to care for it. */
    public Uni<Optional<Download>> inClient(DownloadId id) {
        return all().map(all -> all.stream()
                .map(Known::download)
                .filter(known -> Kept.inClient(known)
                        .or(() -> Watch.orphan(known))
                        .filter(id::equals)
                        .isPresent())
                .findFirst());
    }

    /** Whether no *arr waits for it, as far as is kept. */
    public Uni<Boolean> isOrphan(DownloadId id) {
        return all().map(all -> all.stream()
                .anyMatch(known ->
                        Watch.orphan(known.download()).filter(id::equals).isPresent()));
    }

    public Uni<Optional<Known>> one(String id) {
        return db.withSession(session -> session.find(DownloadRow.class, id)
                .map(row -> Optional.ofNullable(row).map(DownloadRows::known)));
    }

    /** How many make no progress. */
    public Uni<Long> stalled() {
        return db.withSession(session -> session.createSelectionQuery(
                        "select count(*) from DownloadRow where kind = 'Stalled'", Long.class)
                .getSingleResult());
    }

    private static Known known(DownloadRow row) {
        return new Known(row.id(), AGGREGATE.json().read(row));
    }
}
