package conveyarr.notification;

import conveyarr.flow.Flow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/** What notifier runs on: schema {@code notification}, consumer group {@code notifier}. */
@Startup
@Singleton
public class NotificationFlow extends Flow {
    NotificationFlow(
            @PersistenceUnit("notification") Mutiny.SessionFactory db,
            @DataSource("notification") AgroalDataSource jdbc,
            @FlywayDataSource("notification") Flyway migrations) {
        super(new Parts("notification", "notifier", db, jdbc, migrations));
    }
}
