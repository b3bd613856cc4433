package conveyarr.faultlab;

import conveyarr.bench.Installation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Kills by a plan that a seed tells. A kill counts when there was a process to kill and it is gone. */
final class Nemesis implements Runnable {
    private static final List<String> SERVICES = List.of(
            "request-gateway", "acquisition-coordinator", "library-indexer", "download-watcher", "health-aggregator");
    private static final List<String> STORES = List.of("postgres", "infrastructure");
    private static final String DOWN = "both stores, for a while";
    private static final String UP = "both stores may come back";

    private final Installation conveyarr;
    private final List<Blow> plan;
    private int done;

    /** {@code infrastructure} is the broker with the parent of PostgreSQL. */
    record Blow(Duration at, String target) {
        boolean isKill() {
            return !target.equals(DOWN) && !target.equals(UP);
        }
    }

    Nemesis(Installation conveyarr, long seed, Duration length, int kills) {
        this.conveyarr = conveyarr;
        this.plan = plan(new SplittableRandom(seed), length, kills);
    }

    /** Both stores are away for half of the time; meanwhile there is only a service to kill. */
    private static List<Blow> plan(SplittableRandom random, Duration length, int kills) {
        Duration down = length.dividedBy(4);
        Duration up = down.plus(length.dividedBy(2));
        var blows = new ArrayList<>(List.of(new Blow(down, DOWN), new Blow(up, UP)));
        for (int i = 0; i < kills; i++) {
            Duration at = Duration.ofMillis(2000 + random.nextLong(length.toMillis() - 2000));
            boolean storesDown = at.compareTo(down) > 0 && at.compareTo(up) < 0;
            List<String> targets = storesDown || random.nextInt(3) > 0 ? SERVICES : STORES;
            blows.add(new Blow(at, targets.get(random.nextInt(targets.size()))));
        }
        blows.sort(Comparator.comparing(Blow::at));
        return blows;
    }

    List<Blow> plan() {
        return plan;
    }

    int planned() {
        return (int) plan.stream().filter(Blow::isKill).count();
    }

    int done() {
        return done;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        try {
            var supervisor = conveyarr.supervisor("infrastructure").orElseThrow();
            for (Blow blow : plan) {
                sleepUntil(start, blow.at());
                if (blow.isKill()) {
                    strike(blow.target());
                } else {
                    stores(supervisor, blow.target());
                }
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException("the plan was not carried out", e);
        }
    }

    private static void sleepUntil(long start, Duration at) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, start + at.toNanos() - System.nanoTime()));
    }

    /** Whoever would start the broker again is stopped for as long. */
    private void stores(ProcessHandle supervisor, String what) throws IOException, InterruptedException {
        System.out.println(what);
        String signal = what.equals(DOWN) ? "-STOP" : "-CONT";
        new ProcessBuilder("kill", signal, Long.toString(supervisor.pid()))
                .start()
                .waitFor();
        if (what.equals(DOWN)) {
            kill(conveyarr.process("infrastructure"));
            kill(conveyarr.postgres());
        }
    }

    /** A process that is just being started again is waited for, so that the number of kills is kept. */
    private void strike(String target) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            var victim = target.equals("postgres") ? conveyarr.postgres() : conveyarr.process(target);
            if (kill(victim)) {
                done++;
                System.out.println("killed " + target);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.println("nothing to kill: " + target);
    }

    private static boolean kill(Optional<ProcessHandle> victim) {
        return victim.map(process -> process.destroyForcibly() && gone(process)).orElse(false);
    }

    private static boolean gone(ProcessHandle process) {
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
            return true;
        } catch (Exception _) {
            return !process.isAlive();
        }
    }
}
