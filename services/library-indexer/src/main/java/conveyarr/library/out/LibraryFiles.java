package conveyarr.library.out;

import conveyarr.library.core.TitleFiles;
import conveyarr.library.core.TitleFiles.File;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** One title of the index with all its files. */
@Singleton
public class LibraryFiles {
    private static final String SQL = """
            select t.media, t.kind, t.title, t.year, i.kind as state, l.instance, l.path, l.quality, l.release, l.edition, l.episodes,
              l.bytes, cast(extract(epoch from l.added_at) * 1000 as bigint) as added_at
            from library.library_title t join library.library_file l on l.media = t.media
              left join library.library_item i on i.id = t.media
            where t.media = ?1 order by l.instance, l.path
            """;

    private final Mutiny.SessionFactory db;

    LibraryFiles(@PersistenceUnit("library") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Optional<TitleFiles>> of(String media) {
        return db.withSession(session -> session.createNativeQuery(SQL, Tuple.class)
                .setParameter(1, media)
                .getResultList()
                .map(LibraryFiles::title));
    }

    private static Optional<TitleFiles> title(List<Tuple> rows) {
        return rows.stream().findFirst().map(first -> {
            String state = text(first, "state");
            return new TitleFiles(
                    text(first, "media"),
                    text(first, "kind"),
                    text(first, "title"),
                    first.get("year", Integer.class),
                    state == null ? null : state.toLowerCase(Locale.ROOT),
                    rows.stream().map(LibraryFiles::file).toList());
        });
    }

    private static File file(Tuple row) {
        String episodes = text(row, "episodes");
        return new File(
                text(row, "instance"),
                text(row, "path"),
                text(row, "quality"),
                text(row, "release"),
                text(row, "edition"),
                episodes == null ? List.of() : List.of(episodes.split(",")),
                row.get("bytes", Long.class),
                Instant.ofEpochMilli(row.get("added_at", Long.class)));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }
}
