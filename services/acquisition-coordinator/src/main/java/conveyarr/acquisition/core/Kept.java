package conveyarr.acquisition.core;

import conveyarr.events.MediaId;

/** An acquisition, and where it is. */
public record Kept(String instance, MediaId media, Acquisition state) {

    /** Under which name an acquisition and its watch are kept. */
    public static String id(String instance, MediaId media) {
        return instance + "|" + media;
    }

    public String id() {
        return id(instance, media);
    }
}
