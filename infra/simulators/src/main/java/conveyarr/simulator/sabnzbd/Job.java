package conveyarr.simulator.sabnzbd;

/** One job, from the queue through unpacking into the history. {@code step} counts the ticks of its unpacking. */
final class Job {
    static final long MIB = 1024 * 1024;
    private static final String[] UNPACKING = {"Verifying", "Extracting", "Moving"};

    String id;
    String name;
    String category = "";
    long size;
    double done;
    long addedOn;
    long completedOn;
    boolean paused;
    boolean encrypted;
    boolean held;
    String priority = "Normal";
    int step = -1;
    String failure = "";

    boolean inQueue() {
        return step < 0;
    }

    boolean over() {
        return step >= UNPACKING.length;
    }

    /** The words of the queue say "Downloading" to whatever is not paused. */
    String status() {
        if (inQueue()) {
            return paused ? "Paused" : "Downloading";
        }
        return !over() ? UNPACKING[step] : failure.isEmpty() ? "Completed" : "Failed";
    }
}
