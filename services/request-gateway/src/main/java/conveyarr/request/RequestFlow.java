package conveyarr.request;

import conveyarr.flow.Flow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/** What request-gateway runs on: schema {@code request}, consumer group {@code request-gateway}. */
@Startup
@Singleton
public class RequestFlow extends Flow {
    RequestFlow(
            @PersistenceUnit("request") Mutiny.SessionFactory db,
            @DataSource("request") AgroalDataSource jdbc,
            @FlywayDataSource("request") Flyway migrations) {
        super(new Parts("request", "request-gateway", db, jdbc, migrations));
    }

    /** All others wait for the hooks. */
    @Override
    protected Duration beat() {
        return Duration.ofMillis(5);
    }

    /** Bodies carry names and addresses of people. */
    @Override
    protected List<String> tidyings() {
        return List.of(
                "delete from request.hook where received_at < now() - interval '30 days'",
                "delete from request.forward_copy where changed_at < now() - interval '30 days'",
                "delete from request.replay where at < now() - interval '30 days'",
                "delete from request.outcome where at < now() - interval '30 days'");
    }
}
