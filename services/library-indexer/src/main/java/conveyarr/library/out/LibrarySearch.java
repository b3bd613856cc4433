package conveyarr.library.out;

import conveyarr.library.core.Findings;
import conveyarr.library.core.Findings.Found;
import conveyarr.library.core.Query;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds titles in the index: those that have all the words, or where none has, those that have words like them. */
@Singleton
public class LibrarySearch {
    private static final String TITLES = """
            select t.media, t.kind, t.title, t.year, t.sort, t.files, t.bytes,
              cast(extract(epoch from t.since) * 1000 as bigint) as since, i.kind as state
            from (select * from library.library_title where %s order by sort, media limit %d) t
              left join library.library_item i on i.id = t.media
            order by t.sort, t.media
            """;

    private static final String LIKE_IT = """
            select word from library.library_word where word operator(public.%) ?1
            order by public.similarity(word, ?1) desc, word limit 5
            """;

    private final Mutiny.SessionFactory db;

    LibrarySearch(@PersistenceUnit("library") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Findings> find(Query query) {
        var asked = query.longWords().stream().map(List::of).toList();
        return db.withSession(session -> list(session, query, asked)
                .chain(found -> found.isEmpty() && query.mayHaveASlip()
                        ? near(session, query)
                        : Uni.createFrom().item(new Findings(found, false))));
    }

    private static Uni<Findings> near(Mutiny.Session session, Query query) {
        return Multi.createFrom()
                .iterable(query.longWords())
                .onItem()
                .transformToUniAndConcatenate(word -> like(session, word))
                .collect()
                .asList()
                .chain(words -> list(session, query, words))
                .map(found -> new Findings(found, !found.isEmpty()));
    }

    /** What is like nothing that we know has to be there as it is. */
    private static Uni<List<String>> like(Mutiny.Session session, String word) {
        return session.createNativeQuery(LIKE_IT, String.class)
                .setParameter(1, word)
                .getResultList()
                .map(like -> like.isEmpty() ? List.of(word) : like);
    }

    /** Each of {@code words} is a list of which one has to be there. */
    private static Uni<List<Found>> list(Mutiny.Session session, Query query, List<List<String>> words) {
        var where = new Conditions();
        query.kind().ifPresent(kind -> where.and("kind = ?", kind));
        query.id().ifPresent(id -> where.and("media = ?", id));
        query.beginning().ifPresent(start -> where.and("sort like ? escape '!'", Conditions.escaped(start) + "%"));
        words.forEach(where::andOneOf);
        query.after().ifPresent(after -> where.and("(sort, media) > (?, ?)", after.sort(), after.media()));
        var statement = session.createNativeQuery(TITLES.formatted(where.text(), query.limit()), Tuple.class);
        for (int i = 0; i < where.values().size(); i++) {
            statement.setParameter(i + 1, where.values().get(i));
        }
        return statement
                .getResultList()
                .map(rows -> rows.stream().map(LibrarySearch::found).toList());
    }

    private static Found found(Tuple row) {
        String state = row.get("state", String.class);
        return new Found(
                row.get("media", String.class),
                row.get("kind", String.class),
                row.get("title", String.class),
                row.get("year", Integer.class),
                row.get("sort", String.class),
                row.get("files", Integer.class),
                row.get("bytes", Long.class),
                Instant.ofEpochMilli(row.get("since", Long.class)),
                state == null ? null : state.toLowerCase(Locale.ROOT));
    }
}
