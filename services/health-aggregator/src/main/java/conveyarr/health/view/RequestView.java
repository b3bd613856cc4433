package conveyarr.health.view;

import conveyarr.health.timeline.Cause;
import conveyarr.health.timeline.Course;
import conveyarr.health.timeline.Facts;
import conveyarr.health.timeline.Head;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A request as lists have it. What is not known is null. */
public record RequestView(
        String id,
        String title,
        Integer year,
        String kind,
        String scope,
        String requestedBy,
        String stage,
        String tone,
        Double progress,
        Instant eta,
        Instant since,
        Cause cause,
        Instant updatedAt) {

    /** {@code names} gives the name behind a reference to a person. */
    public static RequestView of(Head head, UnaryOperator<String> names) {
        Course course = head.course();
        Facts facts = head.facts();
        return new RequestView(
                head.id(),
                facts.name().title(),
                facts.name().year().orElse(null),
                facts.kind(),
                facts.scope().orElse(null),
                facts.requestedBy().map(names).orElse(null),
                course.stage().name(),
                course.tone().word(),
                course.moving().progress().orElse(null),
                course.moving().eta().orElse(null),
                course.since(),
                course.cause().orElse(null),
                head.updatedAt());
    }
}
