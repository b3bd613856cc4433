package conveyarr.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recorded and hand-made samples in {@code src/test/resources/upstream}; the folder names the version, its README the origin. */
public final class Samples {
    private static final Path FOLDER = Path.of("src/test/resources/upstream");

    private Samples() {}

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The hooks among the samples of a version, such as {@code radarr/6.0.3-source}. */
    public static List<String> hooks(String folder) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("webhook-") || name.startsWith("hook-"))
                    .filter(name -> !name.contains("template"))
                    .map(name -> folder + "/" + name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
