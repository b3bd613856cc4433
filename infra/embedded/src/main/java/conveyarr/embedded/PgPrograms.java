package conveyarr.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the programs of PostgreSQL as a user whom they accept. */
record PgPrograms(Path home, PgUser user) {
    private static final Duration STOP = Duration.ofSeconds(8);

    static PgPrograms in(Path binaries) throws IOException {
        return new PgPrograms(PgBinaries.unpackedIn(binaries), PgUser.here());
    }

    void own(Path data) throws IOException, InterruptedException {
        user.own(data);
    }

    /** Makes a new, empty cluster. */
    void initialize(PgSettings settings) throws IOException, InterruptedException {
        var command = command(
                "initdb",
                List.of(
                        "-D",
                        settings.cluster().toString(),
                        "-U",
                        settings.username(),
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + settings.passwordFile(),
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-locale",
                        "--no-sync"));
        var initdb = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.log().toFile());
        if (initdb.start().waitFor() != 0) {
            throw new IOException("PostgreSQL cannot make its data folder; its log is " + settings.log());
        }
    }

    Process serve(PgSettings settings) throws IOException {
        return new ProcessBuilder(command("postgres", settings.serverArguments()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
    }

    /** A parent that was killed leaves its PostgreSQL behind, on our port and with our data. Nobody else's is touched. */
    static void stopLeftOver(PgSettings settings) throws IOException, InterruptedException {
        Path file = settings.cluster().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        Optional<ProcessHandle> process =
                first.matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
        if (process.filter(p -> isOurs(p, settings)).isPresent()) {
            stop(process.get());
        }
    }

    private static boolean isOurs(ProcessHandle process, PgSettings settings) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(settings.cluster().toString()))
                .orElse(false);
    }

    /** SIGINT is PostgreSQL's fast shutdown; what does not end in time is killed. */
    static void stop(ProcessHandle process) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<>(user.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }
}
