package conveyarr.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. As an ordinary user nothing is needed; as root a user namespace hides that we are, and where there is
 * none the programs run as {@code nobody}, who then owns the data.
 */
enum PgUser {
    OURSELVES(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    PgUser(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    static PgUser here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURSELVES;
        }
        return works(NAMESPACE) ? NAMESPACE : NOBODY;
    }

    /** Gives the data folder to whom the programs run as. */
    void own(Path data) throws IOException, InterruptedException {
        if (this == NOBODY) {
            new ProcessBuilder("chown", "-R", "65534:65534", data.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static boolean works(PgUser user) {
        try {
            var command = new java.util.ArrayList<>(user.prefix);
            command.addAll(List.of("id", "-u"));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            return ended
                    && process.exitValue() == 0
                    && !"0".equals(new String(process.getInputStream().readAllBytes()).strip());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Only the owner may enter, as PostgreSQL demands of its data folder. */
    static void closeToOthers(Path data) throws IOException {
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
}
