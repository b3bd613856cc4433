package conveyarr.download;

import conveyarr.flow.Flow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/** What download-watcher runs on: schema {@code download}, consumer group {@code download-watcher}. */
@Startup
@Singleton
public class DownloadFlow extends Flow {
    DownloadFlow(
            @PersistenceUnit("download") Mutiny.SessionFactory db,
            @DataSource("download") AgroalDataSource jdbc,
            @FlywayDataSource("download") Flyway migrations) {
        super(new Parts("download", "download-watcher", db, jdbc, migrations));
    }
}
