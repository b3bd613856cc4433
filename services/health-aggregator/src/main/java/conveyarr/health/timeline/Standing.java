package conveyarr.health.timeline;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The causes that were told and are not over: one of each *arr, and one of the library. The newest is shown; when it goes, another may still hold,
 * of which nobody tells a second time.
 */
final class Standing {
    static final String LIBRARY = "";
    private final Walk walk;
    private final SequencedMap<String, Cause> causes = new LinkedHashMap<>();

    Standing(Walk walk) {
        this.walk = walk;
    }

    void forget() {
        causes.clear();
    }

    /** A step ends what was in its way; what lacks is in nobody's way, and is said again once the title is in the library. */
    void stepped() {
        causes.values().removeIf(cause -> !cause.code().equals(Cause.INCOMPLETE));
        resume();
    }

    /** Nobody tells again what was hidden meanwhile. */
    void resume() {
        if (walk.visits.isAt(Stage.INDEXING) && walk.cause().isEmpty()) {
            remind();
        }
    }

    /** It takes the place of what the same said before. */
    void found(String by, Cause cause) {
        causes.remove(by);
        causes.put(by, cause);
    }

    /** Whether the cause that is shown is the word of this one. */
    boolean isBy(String by) {
        Cause known = causes.get(by);
        return walk.cause()
                .filter(why -> why.source().equals(by) || known != null && known.isLike(why))
                .isPresent();
    }

    void over(String by) {
        Cause gone = causes.remove(by);
        if (gone != null && walk.cause().filter(gone::isLike).isPresent()) {
            walk.recovered();
            remind();
        }
    }

    void over(String by, String code) {
        Cause known = causes.get(by);
        if (known != null && known.code().equals(code)) {
            over(by);
        }
    }

    /** Ends what an *arr waited for, but neither that other episodes lack nor that a server does not list them. */
    void imported() {
        causes.entrySet()
                .removeIf(one ->
                        !one.getKey().equals(LIBRARY) && !one.getValue().code().equals(Cause.INCOMPLETE));
        walk.recovered();
        remind();
    }

    private void remind() {
        if (!causes.isEmpty()) {
            walk.waitFor(causes.lastEntry().getValue());
        }
    }
}
