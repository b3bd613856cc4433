package conveyarr.request.core;

import java.time.Instant;

/** The hooks of one instance from a moment on, up to another one, which is left out. */
public record Stretch(String source, Instant from, Instant to) {}
