package conveyarr.library;

import conveyarr.flow.Flow;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.hibernate.reactive.mutiny.Mutiny;

/** What library-indexer runs on: schema {@code library}, consumer group {@code library-indexer}. */
@Startup
@Singleton
public class LibraryFlow extends Flow {
    LibraryFlow(
            @PersistenceUnit("library") Mutiny.SessionFactory db,
            @DataSource("library") AgroalDataSource jdbc,
            @FlywayDataSource("library") Flyway migrations) {
        super(new Parts("library", "library-indexer", db, jdbc, migrations));
    }
}
