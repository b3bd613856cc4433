package conveyarr.upstream;

import conveyarr.events.MediaId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an *arr shows now: its queue, and what it says of its own health. */
public record ArrPresent(List<Queued> queue, List<Complaint> complaints) {

    /**
     * A row of the queue. {@code status} and {@code state} are its own words in lower case, {@code words} what it says to people; {@code download}
     * is empty for a release that waits before it is handed to a client, and {@code due} is when that ends, or the download.
     */
    public record Queued(
            MediaId media,
            Optional<String> download,
            String status,
            String state,
            boolean warns,
            List<String> words,
            Optional<Instant> due) {}

    /** A check of its own that failed, such as {@code IndexerStatusCheck}; {@code error} or a mere warning. */
    public record Complaint(String check, boolean error, String words) {}
}
