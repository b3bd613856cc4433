package conveyarr.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Measures each store in a process of its own, kills it in mid-flow, and looks whether everything that it acknowledged is there again. */
public final class Stores {
    /** In turns, so that whatever else the machine does hits all of them. */
    private static final int ROUNDS = 2;

    static final Map<String, Opening> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("spool", OurSpool::new);
        KINDS.put("h2-mvstore", H2Store::new);
        KINDS.put("rocksdb", RocksStore::new);
    }

    /** How a store is opened in a folder. */
    interface Opening {
        Store in(Path folder) throws Exception;
    }

    private Stores() {}

    public static void main(String[] args) throws Exception {
        System.out.println(
                "| store | appends/s | p50 ms | p99 ms | max ms | acknowledged | found after SIGKILL | lost | open and read s"
                        + " | bytes a record |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (int round = 0; round < ROUNDS; round++) {
            for (String kind : KINDS.keySet()) {
                Path work = Files.createTempDirectory("conveyarr-store");
                try {
                    measure(kind, work);
                } finally {
                    remove(work);
                }
            }
        }
    }

    private static void measure(String kind, Path work) throws Exception {
        Path folder = Files.createDirectory(work.resolve("store"));
        Path acks = work.resolve("acks");
        String figures = killed(kind, folder, acks);
        long bytes = size(folder);
        long start = System.nanoTime();
        try (Store store = KINDS.get(kind).in(folder)) {
            var found = store.numbers();
            double seconds = (System.nanoTime() - start) / 1e9;
            var acknowledged = Acks.read(acks);
            long lost = acknowledged.stream()
                    .filter(number -> !found.contains(number))
                    .count();
            long each = bytes / Math.max(1, found.size());
            System.out.printf(
                    Locale.ROOT,
                    "%s %d | %d | %d | %.2f | %d |%n",
                    figures,
                    acknowledged.size(),
                    found.size(),
                    lost,
                    seconds,
                    each);
        }
    }

    /** The line of figures of writers that went on writing until they were killed. */
    private static String killed(String kind, Path folder, Path acks) throws IOException, InterruptedException {
        Path said = acks.resolveSibling("said");
        Process process = new ProcessBuilder(command(kind, folder, acks))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            for (int i = 0; i < 400 && process.isAlive(); i++) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
                var line = Files.readString(said).lines().filter(l -> l.startsWith("| ") && l.endsWith("|| "));
                var whole = line.findFirst();
                if (whole.isPresent()) {
                    return whole.get().replace("|| ", "|");
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        throw new IllegalStateException(kind + " says " + Files.readString(said));
    }

    private static List<String> command(String kind, Path folder, Path acks) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Writers.class.getName(),
                kind,
                folder.toString(),
                acks.toString());
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
