package conveyarr.notification.core;

/** What a channel wants done when nobody can say whether a message arrived. */
public enum OnDoubt {
    /** The receiver knows the message again by its id, so it is sent once more. */
    RESEND,
    /** People would read it twice, so it is left as it is, for everybody to see. */
    DROP
}
