package conveyarr.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A broker and a database for Quarkus tests, started once in a test JVM: embedded ones, or containers with
 * {@code -Dconveyarr.test.infra=containers} where a Docker engine answers.
 */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {
    /** The API key of the application under test. */
    public static final String API_KEY = "test-key";

    private static TestInfrastructure running;

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<String, String>();
        settings.put("kafka.bootstrap.servers", running().bootstrapServers());
        settings.put("conveyarr.pg.address", running().postgresAddress());
        settings.put("conveyarr.pg.username", running().postgresUser());
        settings.put("conveyarr.pg.password", running().postgresPassword());
        settings.put("conveyarr.api-key", API_KEY);
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    /** Stays up for the next test class; the JVM's end stops it. */
    @Override
    public void stop() {}

    /** The one of this JVM. */
    public static synchronized TestInfrastructure running() {
        if (running == null) {
            running = TestInfrastructure.start(System.getProperty("conveyarr.test.infra", "embedded"));
        }
        return running;
    }
}
