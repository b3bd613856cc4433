package conveyarr.simulator.radarr;

/** A failed check, in the words of the webhook; the API calls {@code type} "source" and {@code level} "type". */
record HealthIssue(String type, String level, String message) {
    String wikiUrl() {
        return "https://wiki.servarr.com/radarr/system#" + message.toLowerCase().replaceAll("[^a-z0-9]+", "-");
    }
}
