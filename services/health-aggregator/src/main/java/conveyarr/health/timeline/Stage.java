package conveyarr.health.timeline;

/** Where a title is. The first seven follow each other; beside them are the ends and the one that waits for a person. */
public enum Stage {
    REQUESTED("Requested"),
    APPROVED("Approved"),
    SEARCHING("Searching"),
    DOWNLOADING("Downloading"),
    IMPORTING("Importing"),
    INDEXING("Indexing"),
    AVAILABLE("Available"),
    NEEDS_YOU("Needs you"),
    FAILED("Failed"),
    DECLINED("Declined"),
    WITHDRAWN("Withdrawn");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }

    /** One of the seven. */
    public boolean onTheWay() {
        return compareTo(AVAILABLE) <= 0;
    }

    boolean before(Stage other) {
        return compareTo(other) < 0;
    }
}
