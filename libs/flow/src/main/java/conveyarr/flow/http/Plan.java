package conveyarr.flow.http;

import java.util.List;

/**
 * What an action would do, shown before it is done. {@code confirmToken} is good for this very plan for ten minutes; with it the same call
 * without {@code dryRun} does it.
 */
public record Plan(List<Step> would, String confirmToken) {

    /** {@code system} is the instance that would be called, {@code call} what it would be told, {@code effect} the same for people. */
    public record Step(String system, String call, String effect) {}
}
