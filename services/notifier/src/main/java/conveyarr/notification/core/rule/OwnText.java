package conveyarr.notification.core.rule;

/** What the owner wants said of an event, as Qute templates. */
public record OwnText(String title, String body) {
    public static final String ANY = "*";

    /** How it is kept: for which event, on which channel and in which language, or {@code *} for any. */
    public static String key(String type, String channel, String language) {
        return type + "|" + channel + "|" + language;
    }
}
