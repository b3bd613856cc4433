package conveyarr.acquisition.core.cause;

/**
 * Why a title does not move. {@code next} is what happens by itself and {@code you} what a person can do; either may be empty. A {@code calm} one
 * is as it should be, and nobody is called because of it.
 */
public record Cause(String code, String text, String source, boolean certain, boolean calm, String next, String you) {

    /** In one text for people: why, by whose word, what comes next, and what they can do. */
    public String explain() {
        return (sentence((certain ? "" : "Probably: ") + text + " (" + source + ")") + sentence(next) + sentence(you))
                .strip();
    }

    Cause calmly() {
        return new Cause(code, text, source, certain, true, next, you);
    }

    private static String sentence(String words) {
        return words.isBlank() ? "" : words + (words.endsWith(".") ? " " : ". ");
    }

    /** Whether both say the same of the same. */
    boolean isLike(Cause other) {
        return code.equals(other.code) && text.equals(other.text) && source.equals(other.source);
    }
}
