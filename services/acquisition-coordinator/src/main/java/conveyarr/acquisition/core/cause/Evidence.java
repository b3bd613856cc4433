package conveyarr.acquisition.core.cause;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of why a title, on this leg {@code since}, may not move, as it was at one moment. {@code rows} are those of the title in the queue; {@code complaints} are
 * what its *arr and the indexer managers say of themselves, and {@code quiet} those of the programs that do not answer.
 */
public record Evidence(
        Instant at,
        Instant since,
        String instance,
        Leg leg,
        Optional<String> download,
        Listing listing,
        List<Row> rows,
        List<Complaint> complaints,
        List<Quiet> quiet,
        Optional<Told> told,
        Optional<Offers> offers,
        Optional<Missing> missing) {
    /** Nobody asked for releases or for episodes. */
    public Evidence(
            Instant at,
            Instant since,
            String instance,
            Leg leg,
            Optional<String> download,
            Listing listing,
            List<Row> rows,
            List<Complaint> complaints,
            List<Quiet> quiet,
            Optional<Told> told) {
        this(
                at,
                since,
                instance,
                leg,
                download,
                listing,
                rows,
                complaints,
                quiet,
                told,
                Optional.empty(),
                Optional.empty());
    }

    public Evidence with(Optional<Offers> known) {
        return new Evidence(
                at,
                since,
                instance,
                leg,
                download,
                listing,
                rows,
                complaints,
                quiet,
                told,
                offers.or(() -> known),
                missing);
    }

    public Evidence lacking(Optional<Missing> parts) {
        return new Evidence(at, since, instance, leg, download, listing, rows, complaints, quiet, told, offers, parts);
    }

    /** How a title stands on the list of its *arr; {@code known} is false when nobody could be asked, {@code complete} when nothing is lacking. */
    public record Listing(
            boolean known,
            boolean listed,
            boolean monitored,
            boolean released,
            Optional<Instant> from,
            boolean complete) {
        public static final Listing UNASKED = new Listing(false, true, true, true, Optional.empty(), false);
        public static final Listing GONE = new Listing(true, false, true, true, Optional.empty(), false);
    }

    /** See {@code ArrPresent.Queued}. */
    public record Row(
            Optional<String> download,
            String status,
            String state,
            boolean warns,
            List<String> words,
            Optional<Instant> due) {}

    /** A check that failed; {@code source} is the program whose check it is. */
    public record Complaint(String source, String check, boolean error, String words) {}

    /** A program that does not answer; {@code vpn}: because it is behind a VPN that is down. */
    public record Quiet(String name, Role role, String words, boolean vpn) {}

    public enum Role {
        ARR,
        INDEXERS
    }

    /** What download-watcher says of the download: it is held, or nothing arrives, and what is planned for it. */
    public record Told(String code, String text, String source, Optional<String> plan) {}

    boolean lasts(Duration time) {
        return !since.plus(time).isAfter(at);
    }

    Optional<Row> row() {
        return rows.stream()
                .filter(row -> download.isEmpty() || row.download().equals(download))
                .findFirst();
    }
}
