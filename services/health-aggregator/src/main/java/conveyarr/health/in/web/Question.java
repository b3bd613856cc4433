package conveyarr.health.in.web;

import conveyarr.health.view.other.Plan;
import java.util.Map;

/** What would be done, shown before it is done; {@code fields} come back with the confirmation. */
public record Question(String text, Plan plan, Map<String, String> fields, String back) {}
