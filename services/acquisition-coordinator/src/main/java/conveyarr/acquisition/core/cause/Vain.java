package conveyarr.acquisition.core.cause;

import java.util.Optional;

/** Why a search that everybody answers brings nothing. */
final class Vain {
    private Vain() {}

    /** Remembered for a day, so that indexers which have all failed since come before it; that some fail does not matter then. */
    static Optional<Cause> rejected(Evidence evidence) {
        boolean deaf = evidence.complaints().stream()
                .anyMatch(complaint -> complaint.error() && complaint.check().startsWith("Indexer"));
        String arr = evidence.instance();
        return evidence.offers().filter(offers -> !deaf && offers.allRefused()).map(offers -> {
            String found = offers.found() == 1 ? "1 release was found" : offers.found() + " releases were found";
            String text = found + ", and " + arr + " takes none: " + String.join("; ", offers.reasons());
            String you = "Loosen the quality profile in the *arr, or grab one of them by hand there";
            return new Cause("REJECTED", text, arr, true, false, arr + " takes the first release that it wants", you);
        });
    }

    /** Of a series, of which people can watch some already: it waits for releases, and nobody has to act. */
    static Optional<Cause> incomplete(Evidence evidence) {
        String arr = evidence.instance();
        String next = arr + " takes them as soon as a release comes that it wants";
        return evidence.missing()
                .filter(missing -> missing.there() > 0)
                .map(missing -> new Cause(
                        "EPISODES_MISSING",
                        missing.words(),
                        arr,
                        true,
                        true,
                        next,
                        "Have them searched for (retry-search)"));
    }
}
