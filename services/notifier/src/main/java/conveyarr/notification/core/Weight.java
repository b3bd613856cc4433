package conveyarr.notification.core;

import java.util.Arrays;
import java.util.Optional;

/** How much an event matters to people; the word is what a rule calls it. */
public enum Weight {
    /** Nothing goes on until a person acts. */
    NEEDS_YOU("needs-you"),
    /** Worth telling: the ends of a request, and troubles. */
    NEWS("news"),
    /** One of the steps between, which nobody is told of unless a rule names it. */
    STEP("steps");

    private final String word;

    Weight(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Weight> of(String word) {
        return Arrays.stream(values())
                .filter(weight -> weight.word.equals(word))
                .findFirst();
    }
}
