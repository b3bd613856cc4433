package conveyarr.health.in.web;

import conveyarr.health.view.other.StallRules;

/** The rules for stuck downloads; {@code trouble} says why they are not known, and is null otherwise. */
public record RulesPage(StallRules rules, String trouble) {}
