package conveyarr.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked once from the jar that carries them for this operating system. */
final class PgBinaries {
    private PgBinaries() {}

    /** The folder with {@code bin/postgres}; unpacks it when it is not there. Two processes may do so at once. */
    static Path unpackedIn(Path folder) throws IOException {
        Path home = folder.resolve("postgres");
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(folder);
        Path half = Files.createTempDirectory(folder, "unpacking");
        try (var archive = archive()) {
            unpack(archive, half);
        }
        half.toFile().setReadable(true, false);
        half.toFile().setExecutable(true, false);
        try {
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(half); // another process was faster
        }
        return home;
    }

    private static TarArchiveInputStream archive() throws IOException {
        String name = "/postgres-" + system() + "-" + architecture() + ".txz";
        InputStream packed = PgBinaries.class.getResourceAsStream(name);
        if (packed == null) {
            throw new IOException("There is no PostgreSQL for this machine in the build (" + name
                    + "). Set PG_URL to a PostgreSQL of your own.");
        }
        return new TarArchiveInputStream(new XZCompressorInputStream(packed));
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    private static void unpack(TarArchiveInputStream archive, Path into) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path file = into.resolve(entry.getName()).normalize();
            if (!file.startsWith(into)) {
                throw new IOException("the archive has a path outside itself: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                write(archive, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, file);
        Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        rights.addAll(Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_READ));
        if ((entry.getMode() & 0100) != 0) {
            rights.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        Files.setPosixFilePermissions(file, rights);
    }
}
