package conveyarr.health.out;

import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.StageTimes;
import conveyarr.health.timeline.StageTimes.Took;
import conveyarr.health.timeline.Tally;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts timelines where they are kept: a number is of all of them, never of a page. */
@Singleton
public class TimelineCounts {
    private static final long MILLIS = 1000;

    private static final String TALLY = "select stage, tone, count(*) from health.timeline group by stage, tone";

    private static final String WHOLE = """
            select 'WHOLE', count(*), percentile_disc(0.5) within group (order by took_seconds),
              percentile_disc(0.9) within group (order by took_seconds)
            from health.timeline where stage = 'AVAILABLE' and since >= ?1
            """;

    private static final String STAGES = """
            select stage, count(*), percentile_disc(0.5) within group (order by took), percentile_disc(0.9) within group (order by took)
            from (select visit ->> 'stage' as stage, cast(extract(epoch from cast(visit -> 'spent' ->> 'finished' as interval)) as float8) as took
                  from health.timeline t, jsonb_array_elements(cast(cast(t.head as json) -> 'course' -> 'stages' as jsonb)) as visit
                  where t.stage = 'AVAILABLE' and t.since >= ?1 and visit ->> 'enteredAt' is not null) as passed
            group by stage
            """;

    private final Mutiny.SessionFactory db;

    TimelineCounts(@PersistenceUnit("health") Mutiny.SessionFactory db) {
        this.db = db;
    }

    public Uni<Tally> tally() {
        return db.withSession(session -> session.createNativeQuery(TALLY, Object[].class)
                .getResultList()
                .map(rows -> Tally.of(rows.stream()
                        .map(row -> new Tally.Some(Stage.valueOf((String) row[0]), (String) row[1], (Long) row[2]))
                        .toList())));
    }

    /** The whole way of those that became available since then and still are. */
    public Uni<Took> arrived(Instant since) {
        return read(WHOLE, since).map(rows -> took(rows.getFirst()));
    }

    /** The same with each stage of it. */
    public Uni<StageTimes> stages(Instant since) {
        return arrived(since).chain(whole -> read(STAGES, since).map(rows -> {
            var stages = new EnumMap<Stage, Took>(Stage.class);
            rows.forEach(row -> stages.put(Stage.valueOf((String) row[0]), took(row)));
            return StageTimes.of(stages, whole);
        }));
    }

    private Uni<List<Object[]>> read(String sql, Instant since) {
        return db.withSession(session -> session.createNativeQuery(sql, Object[].class)
                .setParameter(1, since)
                .getResultList());
    }

    private static Took took(Object[] row) {
        return new Took((Long) row[1], time(row[2]), time(row[3]));
    }

    private static Optional<Duration> time(Object seconds) {
        return Optional.ofNullable((Double) seconds).map(known -> Duration.ofMillis(Math.round(known * MILLIS)));
    }
}
