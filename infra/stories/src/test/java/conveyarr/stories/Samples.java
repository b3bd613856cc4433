package conveyarr.stories;

import conveyarr.simulator.movie.Movie;

/** Hooks that no simulator sends. */
final class Samples {
    private Samples() {}

    /** In the default template of Seerr 3.1.0, where every value is a string. */
    static String pendingMovie(int tmdbId, String title) {
        return """
                {"notification_type":"MEDIA_PENDING","event":"New Movie Request","subject":"%s (1999)","message":"","image":"",
                 "media":{"media_type":"movie","tmdbId":"%d","tvdbId":"","status":"PENDING","status4k":"UNKNOWN"},
                 "request":{"request_id":"9%d","requestedBy_email":"","requestedBy_username":"ana","requestedBy_avatar":"",
                            "requestedBy_settings_discordId":"","requestedBy_settings_telegramChatId":""},
                 "issue":null,"comment":null,"extra":[]}""".formatted(title, tmdbId, tmdbId);
    }

    /** As Radarr 6.0 sends it, without the fields that say nothing here. */
    static String grab(Movie movie, String downloadId) {
        return """
                {"movie":{"id":%1$d,"title":"%2$s","year":%3$d,"tmdbId":%1$d,"imdbId":"%4$s"},
                 "release":{"quality":"Bluray-1080p","qualityVersion":1,"releaseTitle":"%5$s.1080p","indexer":"Example","size":4194304},
                 "downloadClient":"qBittorrent","downloadClientType":"qBittorrent","downloadId":"%6$s",
                 "eventType":"Grab","instanceName":"Radarr","applicationUrl":""}""".formatted(movie.tmdbId(), movie.title(), movie.year(), movie.imdbId(), movie.dotted(), downloadId);
    }
}
