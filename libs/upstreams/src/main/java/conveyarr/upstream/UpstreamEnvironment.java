package conveyarr.upstream;

import conveyarr.upstream.catalogue.Catalogue;
import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the plain environment that such stacks already have: {@code RADARR_URL}, {@code RADARR_API_KEY}, {@code QBITTORRENT_PASSWORD_FILE}
 * become {@code conveyarr.upstreams.radarr.url} and so on; the first word is both the name and the kind. A word counts when a file of
 * that name lies in {@code conveyarr/upstream/kinds}, so {@code DATABASE_URL} stays what it is.
 *
 * <p>It is an {@link EnvConfigSource} because a Quarkus build writes what it finds in any other kind of source into the jar, keys included.
 */
public final class UpstreamEnvironment extends EnvConfigSource {
    private static final long serialVersionUID = 1L;

    /** What a setting from here says of where it comes from. */
    public static final String NAME = "upstreams from the plain environment";

    static final int ORDINAL = 305; // just above the environment itself
    private static final Pattern VARIABLE =
            Pattern.compile("([A-Z0-9]+)_(URL|API_KEY|HOOK_KEY|USERNAME|PASSWORD|PATHS)(_FILE)?");

    /** Such as {@code CONVEYARR_API_KEY}: our own settings, although another Conveyarr can be looked at by its entry in the file. */
    private static final String OURS = "conveyarr";

    private final transient Map<String, Setting> settings;

    /** A value, or the file that holds it. */
    private record Setting(String variable, String text, boolean inFile) {
        String value() {
            try {
                return inFile ? Files.readString(Path.of(text)).strip() : text;
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        variable + " names a file that cannot be read: "
                                + e.getClass().getSimpleName(),
                        e);
            }
        }

        @Override
        public String toString() {
            return variable;
        }
    }

    public UpstreamEnvironment() {
        this(System.getenv(), UpstreamEnvironment::isKind);
    }

    UpstreamEnvironment(Map<String, String> environment, Predicate<String> isKind) {
        this(settings(environment, isKind));
    }

    /** The class above gets the keys, and not the values. */
    private UpstreamEnvironment(Map<String, Setting> settings) {
        super(settings.keySet().stream().collect(Collectors.toMap(key -> key, _ -> "")), ORDINAL);
        this.settings = settings;
    }

    private static Map<String, Setting> settings(Map<String, String> environment, Predicate<String> isKind) {
        var settings = new HashMap<String, Setting>();
        environment.forEach((variable, value) -> {
            var parts = VARIABLE.matcher(variable);
            if (parts.matches() && !value.isBlank() && isKind.test(lower(parts.group(1)))) {
                boolean inFile = parts.group(3) != null;
                String key = "conveyarr.upstreams." + lower(parts.group(1)) + "."
                        + lower(parts.group(2)).replace('_', '-');
                settings.merge(
                        key, new Setting(variable, value.strip(), inFile), (one, other) -> one.inFile() ? other : one);
            }
        });
        return settings;
    }

    static boolean isKind(String word) {
        if (OURS.equals(word)) {
            return false;
        }
        ClassLoader here = UpstreamEnvironment.class.getClassLoader();
        return here.getResource("conveyarr/upstream/kinds/" + word) != null
                || here.getResource(Catalogue.FOLDER + word + ".json") != null;
    }

    @Override
    public String getValue(String key) {
        Setting setting = settings.get(key);
        return setting == null ? null : setting.value();
    }

    /** Shown in error messages; the secrets stay inside. */
    @Override
    public String getName() {
        return NAME;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
