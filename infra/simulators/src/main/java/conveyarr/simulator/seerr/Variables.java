package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Title;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that Seerr puts into its template: strings only, empty when there is none. */
final class Variables {
    private static final List<String> EMPTY = List.of(
            "issue_id",
            "issue_type",
            "issue_status",
            "comment_message",
            "requestedBy_settings_discordId",
            "requestedBy_settings_telegramChatId",
            "notifyuser_settings_discordId",
            "notifyuser_settings_telegramChatId");

    private Variables() {}

    static Map<String, String> of(Notice notice, Request request, SeerrState state) {
        Media media = state.mediaOf(request);
        Title title = media.title();
        User user = state.user(request.requestedBy).orElseThrow();
        Map<String, String> v = new LinkedHashMap<>();
        v.put("notification_type", notice.name());
        v.put("event", notice.event(request.is4k, media.isSeries()));
        v.put("subject", title.named());
        v.put("message", shortened(title.overview()));
        v.put(
                "image",
                "https://image.tmdb.org/t/p/w600_and_h900_bestv2"
                        + (title.poster().isEmpty() ? "null" : title.poster()));
        v.put("media_type", media.type());
        v.put("media_tmdbid", "" + title.tmdbId());
        v.put("media_tvdbid", media.isSeries() ? "" + media.series.tvdbId() : "");
        v.put("media_status", media.statusName());
        v.put("media_status4k", "UNKNOWN");
        v.put("request_id", "" + request.id);
        person(v, "requestedBy", user, true);
        person(v, "notifyuser", user, notice.tellsUser);
        EMPTY.forEach(name -> v.put(name, ""));
        return v;
    }

    private static void person(Map<String, String> v, String role, User user, boolean told) {
        v.put(role + "_username", told ? user.name : "");
        v.put(role + "_email", told ? user.email() : "");
        v.put(role + "_avatar", told ? user.avatar() : "");
    }

    private static String shortened(String overview) {
        return overview.length() > 500 ? overview.substring(0, 500) + "…" : overview;
    }
}
