package conveyarr.health.view;

import java.util.List;

/** A whole list. */
public record Items<T>(List<T> items) {}
