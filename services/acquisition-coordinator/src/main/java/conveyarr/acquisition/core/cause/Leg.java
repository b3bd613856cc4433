package conveyarr.acquisition.core.cause;

/** The part of the way that a title is on; each has a limit of its own. */
public enum Leg {
    SEARCHING,
    DOWNLOADING,
    IMPORTING
}
