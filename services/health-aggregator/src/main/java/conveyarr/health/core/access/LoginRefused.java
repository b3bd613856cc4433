package conveyarr.health.core.access;

/** Somebody is not let in. The message is a sentence for that person. */
public final class LoginRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoginRefused(String sentence) {
        super(sentence);
    }
}
