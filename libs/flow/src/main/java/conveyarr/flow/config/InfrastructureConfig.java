package conveyarr.flow.config;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the plain environment that people know: {@code PG_URL} ({@code postgres://user:password@host:port/database}),
 * {@code KAFKA_BOOTSTRAP_SERVERS}, {@code CONVEYARR_API_KEY}, each also as {@code X_FILE}, a file that holds the value.
 *
 * <p>It is an {@link EnvConfigSource} because a Quarkus build writes what it finds in any other kind of source into the jar, keys included.
 */
public final class InfrastructureConfig extends EnvConfigSource {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "_FILE";

    private static final Pattern URL = Pattern.compile("(jdbc:)?postgres(ql)?://"
            + "((?<user>[^:@/]*)(:(?<password>.*))?@)?(?<host>[^:@/]+)(:(?<port>\\d+))?/(?<database>[^/?]+)");
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
        put(values, "kafka.bootstrap.servers", given(environment, "KAFKA_BOOTSTRAP_SERVERS"));
        put(values, "conveyarr.api-key", given(environment, "CONVEYARR_API_KEY"));
        String url = given(environment, "PG_URL");
        if (!url.isBlank()) {
            postgres(values, url);
        }
        return values;
    }

    /** The variable, or what is in the file that the variable with {@code _FILE} names; empty when there is neither. */
    private static String given(Map<String, String> environment, String name) {
        String file = environment.getOrDefault(name + FILE, "");
        return file.isBlank() ? environment.getOrDefault(name, "").strip() : content(name, file);
    }

    /** Not by {@link java.net.URI}, which knows neither a host such as {@code media_db} nor a password with signs in it. */
    private static void postgres(Map<String, String> values, String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "PG_URL is not of the form postgres://user:password@host:port/database (its value is not shown)");
        }
        String port = parts.group("port") == null ? "5432" : parts.group("port");
        values.put("conveyarr.pg.address", parts.group("host") + ":" + port + "/" + parts.group("database"));
        if (parts.group("user") != null) {
            values.put("conveyarr.pg.username", decoded(parts.group("user")));
            values.put(
                    "conveyarr.pg.password", parts.group("password") == null ? "" : decoded(parts.group("password")));
        }
    }

    private static String decoded(String text) {
        return text.contains("%") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(name + FILE + " names a file that cannot be read", e);
        }
    }

    @Override
    public String getName() {
        return "plain environment";
    }
}
