package conveyarr.simulator.qbittorrent;

/** One torrent: {@code age} counts ticks while it is not held. */
final class Torrent {
    String hash;
    String name;
    String magnet;
    String category = "";
    String tags = "";
    String savePath;
    long size;
    double completed;
    long addedOn;
    long completionOn;
    long lastActivity;
    int age;
    long speed;
    boolean held;
    boolean stalled;
    boolean untilReannounced;
    boolean withoutMetadata;
    boolean unregistered;
    boolean isPrivate;
    String trouble = "";

    boolean done() {
        return completed >= size;
    }

    boolean hasMetadata() {
        return age > 2;
    }

    double progress() {
        return hasMetadata() ? Math.min(1.0, completed / size) : 0;
    }

    /** One tick of a torrent that may move: queued, then metadata, then bytes. */
    void tick(double share, boolean flowing, double seconds) {
        speed = 0;
        boolean stands = !flowing || stalled || unregistered;
        if (held || done() || !trouble.isEmpty() || (age > 0 && stands) || (age == 2 && withoutMetadata)) {
            return;
        }
        age++;
        if (hasMetadata()) {
            double before = completed;
            completed = Math.min(size, completed + share * size);
            speed = Math.round((completed - before) / seconds);
            lastActivity = System.currentTimeMillis() / 1000;
            completionOn = done() ? lastActivity : 0;
        }
    }

    String trackerSays() {
        return unregistered ? "Torrent not registered with this tracker" : stalled ? "Connection refused" : "";
    }

    String state(Profile profile) {
        if (!trouble.isEmpty()) {
            return trouble;
        }
        if (held) {
            return profile.held(done());
        }
        if (age <= 1) {
            return "queuedDL";
        }
        if (!hasMetadata()) {
            return "metaDL";
        }
        return done() ? "stalledUP" : speed > 0 ? "downloading" : "stalledDL";
    }
}
