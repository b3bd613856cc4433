package conveyarr.notification.core;

/** What a channel wants done when nobody can say whether a message arrived. */
public enum OnDoubt {
    /** The receiver knows the message again by its id, so it is sent once more. */
    RESEND,
    /** Most readers know it again by its id, and not all do: it is sent once more, and then left as it is. */
    RESEND_ONCE,
    /** People would read it twice, so it is left as it is, for everybody to see. */
    DROP
}
