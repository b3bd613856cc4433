package conveyarr.acquisition.out;

import conveyarr.acquisition.core.handover.Due;
import conveyarr.acquisition.core.handover.HandOver;
import conveyarr.acquisition.core.handover.HandOver.Waiting;
import conveyarr.events.RequestId;
import conveyarr.flow.state.Aggregate;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the requests that are to be looked for. */
@Singleton
public class HandOverRows {
    public static final Aggregate<HandOver, HandOverRow> AGGREGATE = Aggregate.of(
                    HandOver.class, _ -> new HandOver.Asked(false, 0), HandOverRow.class, HandOverRow::new)
            .with(HandOverRow::columns);

    private static final int MOST_AT_ONCE = 100;

    private final Mutiny.SessionFactory db;

    HandOverRows(@PersistenceUnit("acquisition") Mutiny.SessionFactory db) {
        this.db = db;
    }

    /** Under which a request is kept; no instance has a slash in its name. */
    public static String id(RequestId request) {
        return request.instance() + "/" + request.number();
    }

    public Uni<List<Due>> due(Instant now) {
        return db.withSession(session -> session.createSelectionQuery(
                        "from HandOverRow where dueAt <= ?1 order by dueAt", HandOverRow.class)
                .setParameter(1, now)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList()
                .map(rows -> rows.stream().flatMap(HandOverRows::due).toList()));
    }

    private static Stream<Due> due(HandOverRow row) {
        return AGGREGATE.json().read(row) instanceof Waiting waiting
                ? Stream.of(new Due(request(row.id()), waiting.media(), waiting.uhd()))
                : Stream.empty();
    }

    private static RequestId request(String id) {
        int slash = id.lastIndexOf('/');
        return new RequestId(id.substring(0, slash), Long.parseLong(id.substring(slash + 1)));
    }
}
