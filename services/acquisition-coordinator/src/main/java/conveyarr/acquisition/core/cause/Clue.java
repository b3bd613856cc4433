package conveyarr.acquisition.core.cause;

import conveyarr.acquisition.core.cause.Evidence.Complaint;
import conveyarr.acquisition.core.cause.Evidence.Listing;
import conveyarr.acquisition.core.cause.Evidence.Role;
import conveyarr.acquisition.core.cause.Evidence.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds one cause in the evidence. States and names of checks decide, since texts are translated; a text only tells kinds of refusal apart. */
interface Clue {
    Optional<Cause> in(Evidence evidence);

    /** A row of the queue for the download, or, before there is one, for the title. */
    static Clue row(Predicate<Row> sign, String code, String next, String you) {
        return evidence -> evidence.row()
                .filter(sign)
                .map(row -> new Cause(code, words(row), evidence.instance(), true, false, next, you));
    }

    /** A release that was chosen and is not handed over yet. */
    static Clue pending(String status, String code, String next, String you) {
        return evidence -> evidence.rows().stream()
                .filter(row -> row.download().isEmpty() && row.status().equals(status))
                .findFirst()
                .map(row -> new Cause(code, waits(row), evidence.instance(), true, false, until(row, next), you));
    }

    /** As the owner wants it to be. */
    static Clue delayed(String code, String next, String you) {
        var pending = pending("delay", code, next, you);
        return evidence -> pending.in(evidence).map(Cause::calmly);
    }

    static Clue listing(Predicate<Listing> sign, String code, String what, String you) {
        return evidence -> Optional.of(evidence.listing())
                .filter(Listing::known)
                .filter(sign)
                .map(_ -> new Cause(code, evidence.instance() + " " + what, evidence.instance(), true, true, "", you));
    }

    static Optional<Cause> notReleased(Evidence evidence) {
        Listing listing = evidence.listing();
        if (!listing.known() || listing.released()) {
            return Optional.empty();
        }
        String when = listing.from()
                .filter(evidence.at()::isBefore)
                .map(at -> "; it is expected on " + at.toString().substring(0, 10))
                .orElse("; nobody knows when it will be");
        return Optional.of(new Cause(
                "NOT_RELEASED",
                "It is not released yet" + when,
                evidence.instance(),
                true,
                true,
                evidence.instance() + " takes the first release that it wants once it is out",
                "Lower the minimum availability in the *arr, if you want an earlier release"));
    }

    /** An error of its own is certain; a warning means that some fail, and the others may have found nothing. */
    static Clue complaint(List<String> checks, String code, String next, String you) {
        return evidence -> evidence.complaints().stream()
                .filter(complaint -> checks.contains(complaint.check()))
                .sorted((one, other) -> Boolean.compare(other.error(), one.error()))
                .findFirst()
                .map(found -> new Cause(code, text(found), found.source(), found.error(), false, next, you));
    }

    static Clue quiet(Role role, String code, String next, String you) {
        return evidence -> evidence.quiet().stream()
                .filter(program -> program.role() == role)
                .findFirst()
                .map(program -> new Cause(code, program.words(), program.name(), true, false, next, you));
    }

    static Optional<Cause> indexersBehindVpn(Evidence evidence) {
        return evidence.quiet().stream()
                .filter(program -> program.role() == Role.INDEXERS && program.vpn())
                .findFirst()
                .map(program -> new Cause(
                        "INDEXERS_BEHIND_VPN",
                        "The VPN is down, and " + program.name() + " is behind it",
                        program.name(),
                        true,
                        false,
                        "Searches succeed again when the VPN is back",
                        "Look at the VPN"));
    }

    static Optional<Cause> told(Evidence evidence) {
        return evidence.told()
                .map(told -> new Cause(
                        told.code(),
                        told.text(),
                        told.source(),
                        true,
                        false,
                        told.plan().orElse("It goes on by itself when that is over"),
                        told.plan().isPresent()
                                ? "Keep it as it is (keep), or have another release looked for now"
                                : ""));
    }

    static boolean says(Row row, String... signs) {
        boolean refused = row.warns() || row.state().startsWith("import");
        return refused
                && row.words().stream()
                        .anyMatch(words -> Pattern.compile(String.join("|", signs), Pattern.CASE_INSENSITIVE)
                                .matcher(words)
                                .find());
    }

    static String text(Complaint complaint) {
        return complaint.words().isBlank() ? complaint.check() : complaint.words();
    }

    static String words(Row row) {
        return row.words().isEmpty() ? row.status() : String.join("; ", row.words());
    }

    static String waits(Row row) {
        return row.words().isEmpty() ? "A release is chosen and waits (" + row.status() + ")" : words(row);
    }

    static String until(Row row, String next) {
        return row.due()
                .map(at -> next + ", at " + at.toString().substring(0, 16).replace('T', ' ') + " UTC")
                .orElse(next);
    }
}
