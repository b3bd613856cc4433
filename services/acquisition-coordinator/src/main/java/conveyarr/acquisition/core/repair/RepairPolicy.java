package conveyarr.acquisition.core.repair;

import java.time.Duration;

/**
 * How much is done at one *arr. {@code dryRun}: nothing, unless by hand. {@code mostPerHour} holds back what nobody confirmed; {@code fresh} is
 * how old a wish may be, and {@code patience} how long an *arr that does not answer is asked.
 */
public record RepairPolicy(boolean dryRun, int mostPerHour, Duration fresh, Duration patience) {}
