package conveyarr.acquisition.core;

import conveyarr.events.MediaId;

/** An acquisition, and where it is. */
public record Kept(String instance, MediaId media, Acquisition state) {}
