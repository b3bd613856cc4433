package conveyarr.health.view;

import java.util.List;

/** A part of a list; {@code next} is the cursor of the next part, null at the end. */
public record Page<T>(List<T> items, String next) {}
