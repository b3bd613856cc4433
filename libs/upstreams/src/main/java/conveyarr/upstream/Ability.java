package conveyarr.upstream;

/** What not every download client can do. */
public enum Ability {
    REANNOUNCE("trackers to ask anew"),
    TAGS("tags"),
    LISTENER("a port for peers"),
    PACE("a speed limit that can be set");

    private final String words;

    Ability(String words) {
        this.words = words;
    }

    /** As in "has no such thing as …". */
    public String words() {
        return words;
    }
}
