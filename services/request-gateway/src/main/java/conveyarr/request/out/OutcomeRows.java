package conveyarr.request.out;

import conveyarr.request.core.Outcome;
import conveyarr.request.core.Outcome.Known;
import conveyarr.request.core.Outcome.Place;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What was told because of which happening, for as long as the hooks are kept. */
@Singleton
public class OutcomeRows {
    private final Pool pool;

    OutcomeRows(@ReactiveDataSource("request") Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> write(Outcome outcome) {
        var values = Tuple.tuple()
                .addUUID(outcome.event())
                .addUUID(outcome.cause())
                .addString(outcome.type())
                .addString(outcome.place().topic())
                .addString(Plain.text(outcome.media()))
                .addString(Plain.text(outcome.known().source()))
                .addString(outcome.known().via())
                .addOffsetDateTime(outcome.known().at().atOffset(ZoneOffset.UTC))
                .addInteger(outcome.place().partition())
                .addLong(outcome.place().offset());
        return pool.preparedQuery("""
                        insert into request.outcome
                            (event_id, cause, type, topic, media, source, via, at, partition, "offset")
                        select $1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9, $10
                        where $8::timestamptz > now() - interval '30 days' on conflict do nothing""").execute(values).replaceWithVoid();
    }

    /** In the order of time. */
    public Uni<List<Outcome>> because(Collection<UUID> causes) {
        return pool.preparedQuery("select * from request.outcome where cause = any($1) order by at, event_id")
                .execute(Tuple.of((Object) causes.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutcomeRows::outcome)
                        .toList());
    }

    private static Outcome outcome(Row row) {
        return new Outcome(
                row.getUUID("event_id"),
                row.getUUID("cause"),
                row.getString("type"),
                row.getString("media"),
                new Known(
                        row.getString("source"),
                        row.getString("via"),
                        row.getOffsetDateTime("at").toInstant()),
                new Place(row.getString("topic"), row.getInteger("partition"), row.getLong("offset")));
    }
}
