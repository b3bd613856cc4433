package conveyarr.library.out;

import conveyarr.events.Episodes;
import conveyarr.flow.wire.Json;
import conveyarr.library.core.Signal.AtArr;
import conveyarr.library.core.Signal.Deleted;
import conveyarr.library.core.Signal.Emptied;
import conveyarr.library.core.Signal.Imported;
import conveyarr.library.core.Signal.Renamed;
import conveyarr.library.core.Stocked;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Writes the index of titles and files: each file as it comes and goes, and the whole library of an *arr once a day. */
@Singleton
public class LibraryIndex {
    private static final Logger LOGGER = Logger.getLogger(LibraryIndex.class);
    /** Upstreams give whole seconds, and an upgrade takes none. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    private final Mutiny.SessionFactory db;

    LibraryIndex(@PersistenceUnit("library") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** In the transaction of the one who calls, which trouble here does not end: the next stocktaking heals the index. */
    public Uni<Void> follow(AtArr seen) {
        return db.withTransaction(tx -> run(tx, "savepoint library_index").chain(() -> follow(tx, seen)
                .onFailure()
                .invoke(trouble ->
                        LOGGER.warnf("index.not followed title=%s cause=%s", seen.media(), trouble.getMessage()))
                .onFailure()
                .recoverWithUni(() -> run(tx, "rollback to savepoint library_index"))));
    }

    private Uni<Void> follow(Mutiny.Session tx, AtArr seen) {
        return switch (seen) {
            case Imported i -> keep(tx, List.of(stocked(i)), Instant.now());
            case Deleted d when d.file().reason().equals("missing") && !d.confirmed() -> nothing();
            case Deleted d -> remove(tx, d);
            case Emptied e -> empty(tx, e);
            case Renamed r -> rename(tx, r);
        };
    }

    private static Stocked stocked(Imported i) {
        var file = i.file();
        return new Stocked(
                i.occurrence().source(),
                clean(file.path()),
                i.media().value(),
                clean(i.title()),
                null,
                file.quality().map(LibraryIndex::clean).orElse(null),
                null,
                null,
                file.episodes()
                        .map(Episodes::codes)
                        .map(codes -> String.join(",", codes))
                        .orElse(null),
                file.bytes(),
                i.occurrence().at());
    }

    /** PostgreSQL takes no U+0000. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    /** What is told once more may say less than before: a hook has no release. */
    public Uni<Void> keep(Mutiny.Session tx, List<Stocked> files, Instant seenAt) {
        String json = Json.write(files);
        return run(tx, IndexSql.KEEP_FILES, json, seenAt)
                .chain(() -> run(tx, IndexSql.KEEP_TITLES, json))
                .chain(() -> run(tx, IndexSql.KEEP_WORDS, json))
                .chain(() -> run(tx, IndexSql.COUNT, json));
    }

    private static Uni<Void> remove(Mutiny.Session tx, Deleted d) {
        Instant until = d.occurrence().at().plus(SAME_MOMENT);
        return run(
                        tx,
                        IndexSql.REMOVE_FILE,
                        d.occurrence().source(),
                        clean(d.file().path()),
                        until)
                .chain(() -> recount(tx, d.media().value()));
    }

    private static Uni<Void> empty(Mutiny.Session tx, Emptied e) {
        Instant until = e.occurrence().at().plus(SAME_MOMENT);
        return run(tx, IndexSql.REMOVE_FILES, e.occurrence().source(), e.media().value(), until)
                .chain(() -> recount(tx, e.media().value()));
    }

    private static Uni<Void> rename(Mutiny.Session tx, Renamed r) {
        String instance = r.occurrence().source();
        return run(tx, IndexSql.RENAME_FILE, instance, clean(r.from()), clean(r.path()))
                .chain(() -> recount(tx, r.media().value()));
    }

    private static Uni<Void> recount(Mutiny.Session tx, String media) {
        return run(tx, IndexSql.COUNT, Json.write(List.of(new Of(media))))
                .chain(() -> run(tx, IndexSql.DROP_EMPTY, media));
    }

    private record Of(String media) {}

    /** What a whole stocktaking that began {@code at} did not see is gone, but for what came meanwhile. */
    public Uni<Void> taken(String instance, Instant at, int files) {
        return db.withTransaction(tx -> run(tx, IndexSql.TAKEN, instance, at, files)
                .chain(() -> run(tx, IndexSql.RECOUNT_UNSEEN, instance, at))
                .chain(() -> run(tx, IndexSql.DROP_UNSEEN, instance, at)));
    }

    public Uni<Void> keep(List<Stocked> files, Instant seenAt) {
        return db.withTransaction(tx -> keep(tx, files, seenAt));
    }

    /** When the library of an instance was last gone through as a whole. */
    public Uni<Instant> lastTaken(String instance) {
        return db.withSession(session -> session.createNativeQuery(
                        "select cast(extract(epoch from taken_at) * 1000 as bigint) from library.library_stock where instance = ?1",
                        Long.class)
                .setParameter(1, instance)
                .getSingleResultOrNull()
                .map(at -> at == null ? Instant.EPOCH : Instant.ofEpochMilli(at)));
    }

    private static Uni<Void> run(Mutiny.Session tx, String sql, Object... values) {
        var query = tx.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
