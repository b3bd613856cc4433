package conveyarr.upstream.qbittorrent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The fields of a torrent that we use; {@code null} means "not in this answer", which in a change means "as before". */
record Torrent(
        String name,
        String state,
        String category,
        String tags,
        Double progress,
        Long size,
        @JsonProperty("total_size") Long totalSize,
        Long completed,
        Long eta,
        @JsonProperty("added_on") Long addedOn,
        @JsonProperty("completion_on") Long completionOn,
        @JsonProperty("infohash_v1") String v1,
        @JsonProperty("infohash_v2") String v2,
        @JsonProperty("private") Boolean isPrivate,
        Double ratio,
        @JsonProperty("num_seeds") Integer seeds,
        @JsonProperty("num_complete") Integer seedsKnown,
        Long dlspeed,
        Long upspeed,
        @JsonProperty("save_path") String savePath,
        String tracker,
        @JsonProperty("magnet_uri") String magnet) {

    /** This one, with what {@code news} brings. */
    Torrent with(Torrent news) {
        return new Torrent(
                or(news.name, name),
                or(news.state, state),
                or(news.category, category),
                or(news.tags, tags),
                or(news.progress, progress),
                or(news.size, size),
                or(news.totalSize, totalSize),
                or(news.completed, completed),
                or(news.eta, eta),
                or(news.addedOn, addedOn),
                or(news.completionOn, completionOn),
                or(news.v1, v1),
                or(news.v2, v2),
                or(news.isPrivate, isPrivate),
                or(news.ratio, ratio),
                or(news.seeds, seeds),
                or(news.seedsKnown, seedsKnown),
                or(news.dlspeed, dlspeed),
                or(news.upspeed, upspeed),
                or(news.savePath, savePath),
                or(news.tracker, tracker),
                or(news.magnet, magnet));
    }

    static <T> T or(T news, T known) {
        return news != null ? news : known;
    }

    static String text(String field) {
        return field == null ? "" : field;
    }

    static long number(Number field) {
        return field == null ? 0 : field.longValue();
    }
}
