package conveyarr.health.view;

import conveyarr.health.timeline.Timeline;
import conveyarr.health.view.EntryView.Names;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The page of one request: where it is, the seven stages, the story. */
public record RequestPage(Row row, List<Step> steps, List<Line> lines) {
    public static RequestPage of(Timeline timeline, Names names, Instant now) {
        var head = timeline.head();
        var visits = head.course().stages();
        int furthest = IntStream.range(0, visits.size())
                .filter(index -> visits.get(index).enteredAt().isPresent())
                .max()
                .orElse(-1);
        var steps = IntStream.range(0, visits.size())
                .mapToObj(index -> Step.of(visits.get(index), index < furthest, now))
                .toList();
        return new RequestPage(
                new Row(RequestView.of(head, names.people())), steps, Line.all(EntryView.all(timeline, names)));
    }
}
