package conveyarr.health;

/** A service that is asked over its API; {@code word} stands in the key of its address, {@code conveyarr.<word>.url}. */
public enum Neighbour {
    REQUEST("request", "request-gateway"),
    ACQUISITION("acquisition", "acquisition-coordinator"),
    DOWNLOAD("download", "download-watcher"),
    LIBRARY("library", "library-indexer"),
    NOTIFICATION("notification", "notifier");

    private final String word;
    private final String service;

    Neighbour(String word, String service) {
        this.word = word;
        this.service = service;
    }

    public String urlKey() {
        return "conveyarr." + word + ".url";
    }

    /** Its name. */
    public String service() {
        return service;
    }
}
