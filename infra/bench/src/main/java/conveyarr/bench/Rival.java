package conveyarr.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** An {@link Endpoint} in a process of its own. */
record Rival(Process process) implements AutoCloseable {

    static Rival start(int port, String broker) throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Endpoint.class.getName(),
                Integer.toString(port),
                broker);
        var rival = new Rival(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        if (!rival.answers(port)) {
            rival.close();
            throw new IOException("the endpoint for " + broker + " does not start");
        }
        return rival;
    }

    private boolean answers(int port) throws InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try (var _ = new Socket("127.0.0.1", port)) {
                return true;
            } catch (IOException _) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
