package conveyarr.flow.config;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the plain environment that people know: {@code PG_URL} ({@code postgres://user:password@host:port/database}),
 * {@code KAFKA_BOOTSTRAP_SERVERS}, {@code CONVEYARR_API_KEY}, and for every secret {@code X_FILE}, a file that holds the value of {@code X}.
 *
 * <p>It is an {@link EnvConfigSource} because a Quarkus build writes what it finds in any other kind of source into the jar, keys included.
 */
public final class InfrastructureConfig extends EnvConfigSource {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "_FILE";
    /** Above application.yaml (295), below system properties (400). */
    private static final int ORDINAL = 310;

    public InfrastructureConfig() {
        this(System.getenv());
    }

    InfrastructureConfig(Map<String, String> environment) {
        super(read(environment), ORDINAL);
    }

    private static Map<String, String> read(Map<String, String> environment) {
        var values = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.endsWith(FILE) && !value.isBlank() && Files.isReadable(Path.of(value))) {
                String variable = name.substring(0, name.length() - FILE.length());
                values.put(variable, content(value));
                values.put(variable.toLowerCase().replace('_', '.'), content(value));
            }
        });
        put(values, "kafka.bootstrap.servers", environment.get("KAFKA_BOOTSTRAP_SERVERS"));
        put(
                values,
                "conveyarr.api-key",
                values.getOrDefault("CONVEYARR_API_KEY", environment.get("CONVEYARR_API_KEY")));
        postgres(values, values.getOrDefault("PG_URL", environment.get("PG_URL")));
        return values;
    }

    private static void postgres(Map<String, String> values, String url) {
        if (url == null || url.isBlank()) {
            return;
        }
        URI at = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        String port = at.getPort() < 0 ? "5432" : Integer.toString(at.getPort());
        values.put("conveyarr.pg.address", at.getHost() + ":" + port + at.getPath());
        if (at.getUserInfo() != null) {
            String[] user = at.getUserInfo().split(":", 2);
            values.put("conveyarr.pg.username", user[0]);
            values.put("conveyarr.pg.password", user.length > 1 ? user[1] : "");
        }
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the secret in " + file, e);
        }
    }

    @Override
    public String getName() {
        return "plain environment";
    }
}
