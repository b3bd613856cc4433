package conveyarr.health;

import conveyarr.flow.Flow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/** What health-aggregator runs on: schema {@code health}, consumer group {@code health-aggregator}. */
@Startup
@Singleton
public class HealthFlow extends Flow {
    HealthFlow(
            @PersistenceUnit("health") Mutiny.SessionFactory db,
            @DataSource("health-aggregator") AgroalDataSource jdbc,
            @FlywayDataSource("health-aggregator") Flyway migrations) {
        super(new Parts("health", "health-aggregator", db, jdbc, migrations));
    }

    @Override
    protected List<String> tidyings() {
        return List.of("delete from health.event_log where recorded_at < now() - interval '30 days'");
    }
}
