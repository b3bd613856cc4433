package conveyarr.health.view.other;

import java.util.List;

/** What an action would do, as the service that would do it says. */
public record Plan(List<Step> would, String confirmToken) {
    public record Step(String system, String call, String effect) {}
}
