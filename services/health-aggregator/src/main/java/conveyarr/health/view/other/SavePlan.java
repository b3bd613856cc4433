package conveyarr.health.view.other;

import java.util.List;

/** What saving a connection would do, how its test went, and the key that was typed as the page may carry it. */
public record SavePlan(List<Plan.Step> would, String confirmToken, Tested tested, String sealed) {
    public record Tested(boolean good, String words) {}
}
