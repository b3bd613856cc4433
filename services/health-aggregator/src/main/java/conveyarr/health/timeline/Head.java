package conveyarr.health.timeline;

import conveyarr.events.MediaId;
import java.time.Instant;

/** A timeline without its entries: all that a list shows. {@code id} is the name of its page. */
public record Head(String id, MediaId media, Facts facts, Course course, Instant updatedAt) {}
