package conveyarr.notification.core;

/** How serious a notification is: all is well, good to know, we see to it ourselves, a person must act. */
public enum Tone {
    OK,
    INFO,
    WARN,
    BAD
}
