package conveyarr.acquisition.core.cause;

/** What is said when nobody says anything. */
final class Silence {
    private Silence() {}

    /** It is late, and nobody says why. */
    static Cause of(String instance, Leg leg) {
        String text =
                switch (leg) {
                    case SEARCHING -> instance + " has found no release that it wants, and says no more";
                    case DOWNLOADING -> "nothing arrives, and nobody says why";
                    case IMPORTING -> "the download is complete, and " + instance + " has not imported it";
                };
        String you =
                switch (leg) {
                    case SEARCHING -> "Search by hand in the *arr to see what is refused, and why";
                    case DOWNLOADING -> "Look at it in the download client, or have another release looked for";
                    case IMPORTING -> "Look at the queue of the *arr, or force the import";
                };
        return new Cause("NO_WORD", text, instance, false, false, "", you);
    }
}
