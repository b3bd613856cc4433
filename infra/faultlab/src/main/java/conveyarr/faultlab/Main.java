package conveyarr.faultlab;

import conveyarr.bench.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 100 hooks a second for two minutes while processes are killed at random and both stores are away for half of the time. */
public final class Main {
    private static final List<String> INSTANCES = List.of("radarr", "sonarr", "seerr");
    private static final int SENDERS = 12;
    private static final int PER_SECOND = 100;
    private static final Duration HEALING = Duration.ofMinutes(5);

    private final Installation conveyarr;
    private final Duration length;
    private final Journal journal = new Journal();

    private Main(Installation conveyarr, Duration length) {
        this.conveyarr = conveyarr;
        this.length = length;
    }

    /** Arguments: the root of the repository, a port with 15 free ones behind it, the seed, seconds of load, kills. Exit code 1 when something is wrong. */
    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory(
                "conveyarr-faultlab",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        var programs = new HashMap<String, String>();
        INSTANCES.forEach(name -> {
            programs.put(name.toUpperCase() + "_URL", "http://127.0.0.1:1");
            programs.put(name.toUpperCase() + "_API_KEY", "none");
        });
        boolean isGood;
        try (var conveyarr =
                new Installation(Path.of(args[0]), work.resolve("data"), Integer.parseInt(args[1]), programs)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(conveyarr)));
            conveyarr.up();
            var lab = new Main(conveyarr, Duration.ofSeconds(Integer.parseInt(args[3])));
            isGood = lab.run(new Nemesis(conveyarr, Long.parseLong(args[2]), lab.length, Integer.parseInt(args[4])));
        }
        if (isGood) {
            remove(work);
        } else {
            System.out.println("What it left is in " + work);
        }
        System.exit(isGood ? 0 : 1);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static void end(Installation conveyarr) {
        try {
            conveyarr.close();
        } catch (IOException e) {
            System.err.println("./conveyarr down failed: " + e.getMessage());
        }
    }

    private boolean run(Nemesis nemesis) throws InterruptedException {
        nemesis.plan().forEach(blow -> System.out.println(blow.at() + " " + blow.target()));
        Thread kills = Thread.ofPlatform().start(nemesis);
        List<Thread> senders = senders();
        for (Thread sender : senders) {
            sender.join();
        }
        kills.join();
        var count = new Count(conveyarr.bootstrapServers(), journal, grabs());
        Duration settled = count.settle(HEALING);
        return count.tell(nemesis, settled, (int) length.toSeconds() * PER_SECOND);
    }

    private List<Thread> senders() {
        int hooks = (int) (length.toSeconds() * PER_SECOND / SENDERS);
        var pace = new Sender.Pace(hooks, Duration.ofSeconds(SENDERS).dividedBy(PER_SECOND));
        return IntStream.range(0, SENDERS)
                .mapToObj(sender -> new Sender(address(sender), sender, pace, journal))
                .map(Thread.ofPlatform()::start)
                .toList();
    }

    private URI address(int sender) {
        return URI.create("http://127.0.0.1:" + conveyarr.port() + "/hooks/" + instance(sender));
    }

    private static String instance(int sender) {
        return INSTANCES.get(sender % INSTANCES.size());
    }

    /** Only Radarr's hooks are grabs of movies. */
    private static Map<Long, String> grabs() {
        var grabs = new HashMap<Long, String>();
        for (int sender = 0; sender < SENDERS; sender++) {
            if (instance(sender).equals("radarr")) {
                grabs.put((long) sender, "radarr");
            }
        }
        return grabs;
    }
}
