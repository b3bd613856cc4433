package conveyarr.request.out;

import conveyarr.events.MediaId;
import conveyarr.events.RequestId;
import conveyarr.flow.state.Aggregate;
import conveyarr.flow.wire.Json;
import conveyarr.request.core.Request;
import conveyarr.request.core.Request.Step;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds requests. */
@Singleton
public class RequestRows {
    public static final Aggregate<Request, RequestRow> AGGREGATE = Aggregate.of(
                    Request.class, _ -> new Request.Unknown(), RequestRow.class, RequestRow::new)
            .with(RequestRow::columns);

    private final Mutiny.SessionFactory db;

    RequestRows(@PersistenceUnit("request") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** Under which a request is kept; no instance has a slash in its name. */
    public static String id(RequestId request) {
        return request.instance() + "/" + request.number();
    }

    /** With the last word of each, where it is known. */
    public Uni<Map<RequestId, Optional<Step>>> open(String instance) {
        String prefix = instance + "/";
        return db.withSession(session -> session.createSelectionQuery(
                        "select id, word from RequestRow where kind = 'Open' and substring(id, 1, ?1) = ?2",
                        Object[].class)
                .setParameter(1, prefix.length())
                .setParameter(2, prefix)
                .getResultList()
                .map(all -> all.stream()
                        .collect(Collectors.toMap(
                                row -> request((String) row[0]),
                                row -> Optional.ofNullable((String) row[1]).map(Step::valueOf)))));
    }

    /** All requests that somebody waits for, with what they are for. */
    public Uni<Map<RequestId, MediaId>> openWithMedia() {
        return db.withSession(session -> session.createSelectionQuery(
                        "select id, state from RequestRow where kind = 'Open'", Object[].class)
                .getResultList()
                .map(all -> all.stream().collect(Collectors.toMap(row -> request((String) row[0]), row -> Json.read(
                                (String) row[1], Request.Open.class)
                        .media()))));
    }

    private static RequestId request(String id) {
        int slash = id.lastIndexOf('/');
        return new RequestId(id.substring(0, slash), Long.parseLong(id.substring(slash + 1)));
    }

    /** The highest number of a request of any kind; 0 when there is none. */
    public Uni<Long> highest(String instance) {
        String prefix = instance + "/";
        return db.withSession(session -> session.createSelectionQuery(
                        "select max(cast(substring(id, ?1) as Long)) from RequestRow where substring(id, 1, ?2) = ?3",
                        Long.class)
                .setParameter(1, prefix.length() + 1)
                .setParameter(2, prefix.length())
                .setParameter(3, prefix)
                .getSingleResultOrNull()
                .map(highest -> highest == null ? 0 : highest));
    }
}
