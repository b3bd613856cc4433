package conveyarr.events;

import java.util.List;

/** The topics. Each has one writer; nobody else may write there. */
public final class Topics {
    public static final String HOOKS = "conveyarr.hooks";
    public static final String REQUESTS = "conveyarr.requests";
    public static final String ACQUISITIONS = "conveyarr.acquisitions";
    public static final String DOWNLOADS = "conveyarr.downloads";
    public static final String LIBRARY = "conveyarr.library";
    public static final String NOTIFICATIONS = "conveyarr.notifications";
    public static final String HEALTH = "conveyarr.health";
    public static final String TIMELINES = "conveyarr.timelines";

    /** How far each relay has published; its writers are the relays, each under its own key. */
    public static final String RELAYS = "conveyarr.relays";

    /** Fixed for ever: the partition of a key must never change. */
    public static final int PARTITIONS = 12;

    /** Keyed by media id and kept for ever: the replayable past. */
    public static final List<String> MEDIA = List.of(REQUESTS, ACQUISITIONS, DOWNLOADS, LIBRARY, NOTIFICATIONS);

    /** Where events are told: about media, and about programs. */
    public static final List<String> EVENTS =
            List.of(REQUESTS, ACQUISITIONS, DOWNLOADS, LIBRARY, NOTIFICATIONS, HEALTH);

    private Topics() {}

    /** Where a service puts what it can never handle. */
    public static String dead(String service) {
        return "conveyarr.dead." + service;
    }
}
