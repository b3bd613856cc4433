package conveyarr.health.in.web;

import java.util.List;

/** What runs here. */
public record AboutPage(String java, List<String> instances) {}
