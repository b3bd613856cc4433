package conveyarr.simulator.sabnzbd;

import java.util.ArrayList;
import java.util.List;

/** SABnzbd's state on disk. {@code absent} is the job that has left the queue and not yet come into the history. */
final class Desk {
    List<Job> jobs = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<String> categories = new ArrayList<>(List.of("*", "movies", "tv", "radarr", "sonarr"));
    boolean paused;
    double freeGib = 70.12;
    long update = 1;
    int made;
    String absent = "";
    long speed;
    long limit;

    List<Job> queue() {
        return jobs.stream()
                .filter(job -> job.inQueue() && !job.id.equals(absent))
                .toList();
    }

    /** Newest first, and what is being unpacked before all. */
    List<Job> past() {
        return jobs.stream()
                .filter(job -> !job.inQueue() && !job.id.equals(absent))
                .sorted((a, b) -> Boolean.compare(a.over(), b.over()))
                .toList();
    }

    List<Job> named(String ids) {
        List<String> wanted = List.of(ids.split(","));
        return jobs.stream().filter(job -> wanted.contains(job.id)).toList();
    }

    /** One tick: the first job that may run downloads, and each that is being unpacked takes a step. */
    void tick(double share, double seconds) {
        absent = "";
        jobs.stream().filter(job -> !job.inQueue() && !job.over()).toList().forEach(this::unpack);
        speed = 0;
        queue().stream()
                .filter(job -> !job.paused && (!paused || job.priority.equals("Force")))
                .findFirst()
                .ifPresent(job -> download(job, share, seconds));
    }

    private void download(Job job, double share, double seconds) {
        if (job.held) {
            return;
        }
        double before = job.done;
        job.done = Math.min(job.size, job.done + share * job.size);
        speed = Math.round((job.done - before) / seconds);
        if (job.done >= job.size) {
            job.step = 0;
            absent = job.id;
            update++;
        }
    }

    private void unpack(Job job) {
        job.step++;
        job.completedOn = job.over() ? System.currentTimeMillis() / 1000 : 0;
        update++;
    }
}
