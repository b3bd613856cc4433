package conveyarr.acquisition.core;

/** One title in one *arr instance, as far as we know. */
public sealed interface Acquisition {
    /** All that was said of it so far; from this the state follows. */
    Past past();

    /** Nothing is known. */
    record Unknown() implements Acquisition {
        @Override
        public Past past() {
            return Past.NOTHING;
        }
    }

    /** On the list, and no download is under way. */
    record Wanted(Past past) implements Acquisition {}

    /** A download is under way; {@code attempt} counts from 1 since the last import. */
    record Grabbed(String download, int attempt, Past past) implements Acquisition {}

    /** The download is complete, but a person has to import it. */
    record Blocked(String download, int attempt, Past past) implements Acquisition {}

    /** Taken off the list, and not listed again since. */
    record Removed(Past past) implements Acquisition {}

    /** All that was wanted is imported. */
    record Finished(Past past) implements Acquisition {}
}
