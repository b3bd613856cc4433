package conveyarr.acquisition.core.handover;

import conveyarr.events.MediaId;
import conveyarr.events.RequestId;

/** A request whose time has come to be looked for. */
public record Due(RequestId request, MediaId media, boolean uhd) {}
