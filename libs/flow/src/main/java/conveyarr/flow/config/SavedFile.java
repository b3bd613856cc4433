package conveyarr.flow.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Settings that a person saved instead of writing them into a file: one for each subject, such as {@code connections}, each with one service
 * that writes it. Secrets are in it, so it is for its owner alone. It is whole or as it was, whatever happens while it is written.
 */
public final class SavedFile {
    /** Another value with each write, so that it can be told whether a process has read what is there. */
    static final String REVISION = "conveyarr.saved.";

    private static final String HEAD =
            "Saved through the pages or the API. The environment and the files in config win over it.";

    /** The lock on the file is that of the whole process. */
    private static final Object ONE_OF_US = new Object();

    private final Path file;
    private final String revision;

    /** {@code data} is the data folder. */
    public SavedFile(Path data, String subject) {
        this.file = folder(data).resolve(subject + ".properties");
        this.revision = REVISION + subject;
    }

    static Path folder(Path data) {
        return data.resolve("config");
    }

    public Path path() {
        return file;
    }

    /** By their full keys; empty when nothing was ever saved. Throws {@link IllegalArgumentException} when the file cannot be read. */
    public Map<String, String> settings() {
        var all = read(file);
        all.remove(revision);
        return all;
    }

    static Map<String, String> read(Path file) {
        var read = new Properties();
        try {
            read.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException _) {
            return new TreeMap<>();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read as settings (" + e.getClass().getSimpleName()
                            + "). Mend it, or remove it and save them anew.",
                    e);
        }
        var all = new TreeMap<String, String>();
        read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
        return all;
    }

    /**
     * Puts in the place of what is there now what {@code change} makes of it, and gives that. Nobody else writes meanwhile: not in this process,
     * and not in another one that has the same data folder.
     */
    public Map<String, String> change(UnaryOperator<Map<String, String>> change) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path lock =
                folder.resolve("." + file.getFileName() + ".lock"); // stays: one that is removed would be locked by two
        synchronized (ONE_OF_US) {
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                var settings = new TreeMap<>(change.apply(settings()));
                write(folder, settings);
                return settings;
            }
        }
    }

    private void write(Path folder, Map<String, String> settings) throws IOException {
        var all = new Properties();
        all.putAll(settings);
        all.setProperty(revision, UUID.randomUUID().toString());
        var text = new StringWriter();
        all.store(text, HEAD);
        Path next = folder.resolve("." + file.getFileName() + ".new");
        Files.deleteIfExists(next);
        keep(next, text.toString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void keep(Path next, String text) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            var left = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }
}
