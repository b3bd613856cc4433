package conveyarr.acquisition;

import conveyarr.flow.Flow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/** What acquisition-coordinator runs on: schema {@code acquisition}, consumer group {@code acquisition-coordinator}. */
@Startup
@Singleton
public class AcquisitionFlow extends Flow {
    AcquisitionFlow(
            @PersistenceUnit("acquisition") Mutiny.SessionFactory db,
            @DataSource("acquisition") AgroalDataSource jdbc,
            @FlywayDataSource("acquisition") Flyway migrations) {
        super(new Parts("acquisition", "acquisition-coordinator", db, jdbc, migrations));
    }
}
