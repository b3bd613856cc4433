package conveyarr.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/** Measures the way of a hook, in one run of about four minutes. Ends what it starts. */
public final class Main {
    private static final int CONNECTIONS = 32;
    private static final int PACE = 200;
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("bench.warm", 8));
    /** Six fresh JVMs on two cores compile for half a minute before they are what they are for the rest of their days. */
    private static final Duration ALL_WARM = Duration.ofSeconds(Integer.getInteger("bench.all-warm", 40));

    private static final Duration SPELL = Duration.ofSeconds(Integer.getInteger("bench.spell", 10));
    private static final String HOOKS = "/hooks/radarr";

    private final Installation conveyarr;
    private final Numbers numbers = new Numbers(4_000_000);
    private final Table table = new Table();

    private Main(Installation conveyarr) {
        this.conveyarr = conveyarr;
    }

    /** Arguments: the root of the repository, a port with 15 free ones behind it, a folder for the data, the file for the figures. */
    public static void main(String[] args) throws Exception {
        // No Radarr runs there; its hooks are taken all the same.
        var programs = Map.of("RADARR_URL", "http://127.0.0.1:1", "RADARR_API_KEY", "none");
        try (var conveyarr =
                new Installation(Path.of(args[0]), Path.of(args[2]), Integer.parseInt(args[1]), programs)) {
            var main = new Main(conveyarr);
            Runtime.getRuntime().addShutdownHook(new Thread(main::end));
            conveyarr.up();
            main.measure();
            main.table.write(Path.of(args[3]));
        }
    }

    /** Also when somebody interrupts it. A second {@code down} does nothing. */
    private void end() {
        try {
            conveyarr.close();
        } catch (IOException e) {
            System.err.println("./conveyarr down failed: " + e.getMessage());
        }
    }

    private void measure() throws Exception {
        double noop = endpoint("no-op endpoint (keeps nothing)", "none");
        double direct = endpoint("straight to Kafka (acks=all, no sync)", conveyarr.bootstrapServers());
        try (var watch = new Watch(conveyarr.bootstrapServers(), numbers)) {
            visible(watch);
            page();
            double durable = acks("durable ack (synced)");
            table.add("durable ack : no-op", "ratio/1", durable / noop);
            table.add("durable ack : straight to Kafka", "ratio/1", durable / direct);
            relayed(watch);
        }
        stopStores();
        paced("durable ack at 200/s, PostgreSQL and Kafka stopped");
        acks("durable ack, PostgreSQL and Kafka stopped");
    }

    private double acks(String what) throws IOException {
        var load = new Load(conveyarr.port(), HOOKS, CONNECTIONS, numbers);
        load.run(WARM, 0);
        var result = load.run(SPELL, 0);
        table.add(what, "hooks/s", result.perSecond(), result);
        return result.perSecond();
    }

    private void paced(String what) throws IOException {
        var result = new Load(conveyarr.port(), HOOKS, CONNECTIONS, numbers).run(SPELL, PACE);
        table.add(what, "hooks/s", result.perSecond(), result);
    }

    private void visible(Watch watch) throws Exception {
        var load = new Load(conveyarr.port(), HOOKS, CONNECTIONS, numbers);
        load.run(ALL_WARM, PACE);
        await(watch, numbers.count());
        watch.latencies();
        var result = load.run(SPELL, PACE);
        await(watch, numbers.count());
        table.add("durable ack at 200/s", "hooks/s", result.perSecond(), result);
        var seen = watch.latencies();
        table.add(
                "POST to visible on conveyarr.hooks at 200/s",
                "hooks/s",
                result.perSecond(),
                new Load.Result(result.took(), seen, numbers.count() - watch.seen()));
    }

    private void page() throws Exception {
        try (var page = new OpenPage(conveyarr, numbers)) {
            var result = page.measure();
            table.add("POST to the page that is open", "hooks/s", result.perSecond(), result);
        }
    }

    private static void await(Watch watch, long count) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (watch.seen() < count && System.nanoTime() < limit) {
            Thread.sleep(20);
        }
    }

    /** What is left of the storm goes through the mover and the relay while all six services take it in. */
    private void relayed(Watch watch) throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(3)); // the mover is told that the storm is over
        long before = watch.seen();
        long start = System.nanoTime();
        Thread.sleep(SPELL);
        double seconds = (System.nanoTime() - start) / 1e9;
        table.add("disk to topic after the storm", "hooks/s", (watch.seen() - before) / seconds);
    }

    private void stopStores() throws InterruptedException {
        var ends = new ArrayList<ProcessHandle>();
        conveyarr.supervisor("infrastructure").ifPresent(ends::add); // first, or it would start them again
        conveyarr.process("infrastructure").ifPresent(ends::add);
        conveyarr.postgres().ifPresent(ends::add);
        ends.forEach(ProcessHandle::destroyForcibly);
        Thread.sleep(Duration.ofSeconds(3));
    }

    private double endpoint(String what, String broker) throws Exception {
        int port = conveyarr.port() + 14;
        try (var _ = Rival.start(port, broker)) {
            var load = new Load(port, "/", CONNECTIONS, new Numbers(1_000_000));
            load.run(WARM, 0);
            var result = load.run(SPELL, 0);
            table.add(what, "hooks/s", result.perSecond(), result);
            return result.perSecond();
        }
    }
}
