package conveyarr.flow.config;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that was saved, as it is while the process starts.
 *
 * <p>It is an {@link EnvConfigSource} because a Quarkus build writes what it finds in any other kind of source into the jar, keys included.
 */
public final class SavedSettings extends EnvConfigSource {
    private static final long serialVersionUID = 1L;

    /** What a setting that is saved says of where it comes from. */
    public static final String NAME = "saved";

    /** Above what is in the jars (250), below config/application.properties (260), application.yaml and the environment. */
    private static final int ORDINAL = 255;

    private static final String SPOILT = "unreadable";

    private final transient Map<String, String> settings;

    SavedSettings(Path data) {
        this(read(data));
    }

    /** The class above gets the keys, and not the values. */
    private SavedSettings(Map<String, String> settings) {
        super(settings.keySet().stream().collect(Collectors.toMap(key -> key, _ -> "")), ORDINAL);
        this.settings = settings;
    }

    private static Map<String, String> read(Path data) {
        var all = new TreeMap<String, String>();
        files(data).forEach(file -> all.putAll(SavedFile.read(file)));
        all.keySet().removeIf(key -> !key.startsWith("conveyarr."));
        return all;
    }

    private static List<Path> files(Path data) {
        try (var files = Files.list(SavedFile.folder(data))) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z]+\\.properties"))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(SavedFile.folder(data) + " cannot be read", e);
        }
    }

    /** By subject, what tells one writing of a file from another. A file that cannot be read stops the next start, which says it; no page. */
    public static Map<String, String> revisions(Path data) {
        var revisions = new TreeMap<String, String>();
        files(data).forEach(file -> {
            String subject = file.getFileName().toString().replace(".properties", "");
            revision(file, subject).ifPresent(revision -> revisions.put(subject, revision));
        });
        return revisions;
    }

    private static Optional<String> revision(Path file, String subject) {
        try {
            return Optional.ofNullable(SavedFile.read(file).get(SavedFile.REVISION + subject));
        } catch (IllegalArgumentException _) {
            return Optional.of(SPOILT);
        }
    }

    /**
     * What was typed is itself and no expression: {@code ${conveyarr.api-key}} would send our own key to whom it was typed for. SmallRye takes
     * {@code \$} for a dollar.
     */
    @Override
    public String getValue(String key) {
        String typed = settings.get(key);
        return typed == null ? null : typed.replace("$", "\\$");
    }

    @Override
    public String getName() {
        return NAME;
    }
}
