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

    /** By subject, what tells one writing of a file from another. */
    public static Map<String, String> revisions(Path data) {
        return read(data).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SavedFile.REVISION))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(SavedFile.REVISION.length()),
                        Map.Entry::getValue,
                        (one, _) -> one,
                        TreeMap::new));
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
