package conveyarr.simulator.sabnzbd;

import conveyarr.simulator.state.Beat;
import conveyarr.simulator.state.Ledger;
import conveyarr.simulator.wire.Reply;
import conveyarr.simulator.wire.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** SABnzbd 5.0: one address, a queue in which one job downloads at a time, unpacking, and a history. */
public final class Sabnzbd implements AutoCloseable {
    static final String VERSION = "5.0.0";

    /** How to run it; {@code download} is how long a whole job takes when nothing is before it. */
    public record Setup(Path folder, int port, String key, Duration tick, Duration download) {}

    private final Ledger<Desk> desk;
    private final Site site;
    private final Beat beat;
    private final Setup setup;
    private volatile boolean nameRefused;

    public Sabnzbd(Setup setup) {
        this.setup = setup;
        this.desk = new Ledger<>(setup.folder().resolve("sabnzbd.json"), new Desk(), Desk.class);
        this.site = new Site(setup.port());
        var modes = new Modes(desk, setup.key());
        site.guard(call -> nameRefused ? Optional.of(hostRefused()) : Optional.empty());
        site.on("GET", "/api", modes::answer).on("POST", "/api", modes::answer).open();
        double share = (double) setup.tick().toNanos() / setup.download().toNanos();
        double seconds = setup.tick().toNanos() / 1e9;
        this.beat = new Beat(setup.tick(), () -> desk.update(d -> d.tick(share, seconds)));
    }

    public URI url() {
        return site.url();
    }

    public String key() {
        return setup.key();
    }

    /** A job as an *arr sends it; gives its id. */
    public String add(String name, String category, long bytes) {
        return desk.change(d -> add(d, name, category, bytes));
    }

    /** The user deletes it in the Web UI. */
    public void remove(String id) {
        desk.update(d -> {
            d.jobs.removeAll(d.named(id));
            d.update++;
        });
    }

    /** What SABnzbd does by itself when there is no room. */
    public void diskIsFull() {
        desk.update(d -> {
            d.paused = true;
            d.freeGib = 0.01;
            d.warnings.add("Too little diskspace forcing PAUSE");
        });
    }

    public void pauseAll(boolean paused) {
        desk.update(d -> d.paused = paused);
    }

    /** It stops the job and waits for a password. */
    public void encrypt(String id) {
        on(id, job -> {
            job.encrypted = true;
            job.paused = true;
        });
    }

    /** Its unpacking will end like this. */
    public void failWith(String id, String words) {
        on(id, job -> job.failure = words);
    }

    /** No article of it comes any more, so that it stays where it is. */
    public void hold(String id) {
        on(id, job -> job.held = true);
    }

    public void force(String id) {
        on(id, job -> job.priority = "Force");
    }

    /** As from another container when its name is not in {@code host_whitelist}. */
    public void refuseOurName(boolean refuse) {
        nameRefused = refuse;
    }

    /** The user sets another limit, in bytes a second; 0 for none. */
    public void limit(long bytesPerSecond) {
        desk.update(d -> d.limit = bytesPerSecond);
    }

    public long limit() {
        return desk.read(d -> d.limit);
    }

    /** The status as the API names it, or {@code absent}. */
    public String status(String id) {
        return desk.read(d -> d.named(id).stream().findFirst().map(Job::status).orElse("absent"));
    }

    @Override
    public void close() {
        beat.close();
        site.close();
    }

    static String add(Desk desk, String name, String category, long bytes) {
        var job = new Job();
        job.id = id(++desk.made);
        job.name = name;
        job.category = category;
        job.size = bytes;
        job.addedOn = System.currentTimeMillis() / 1000;
        desk.jobs.add(job);
        return job.id;
    }

    static String id(int number) {
        return "SABnzbd_nzo_" + Integer.toString(60_466_176 + number, 36);
    }

    private void on(String id, Consumer<Job> change) {
        desk.update(d -> d.named(id).forEach(change));
    }

    private static Reply hostRefused() {
        String words = "Access denied - Hostname verification failed: https://sabnzbd.org/hostname-check";
        return new Reply(403, "text/html;charset=utf-8", words.getBytes(), Map.of());
    }
}
