package conveyarr.upstream.sabnzbd;

import static conveyarr.upstream.sabnzbd.QueueWords.text;

import java.util.Optional;

/** Its one speed limit, in bytes a second; 0 is none. A number up to 100 would be taken for percent of the line. */
final class Paces {
    private static final long LEAST = 101;

    private Paces() {}

    static Optional<String> of(SabnzbdApi.Queue queue) {
        String limit = text(queue.limit()).strip();
        if (limit.isEmpty()) {
            return queue.limit() == null ? Optional.empty() : Optional.of("0");
        }
        return limit.matches("\\d{1,15}(\\.\\d{1,9})?") ? Optional.of(limit.split("\\.")[0]) : Optional.empty();
    }

    /** A limit that is lower already stays. */
    static String slower(String pace, long bytesPerSecond) {
        long wanted = Math.max(LEAST, bytesPerSecond);
        long now = Long.parseLong(pace);
        return now > 0 && now <= wanted ? pace : String.valueOf(wanted);
    }
}
