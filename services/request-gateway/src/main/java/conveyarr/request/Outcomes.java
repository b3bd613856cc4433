package conveyarr.request;

import conveyarr.request.core.Outcome;
import conveyarr.request.out.OutcomeRows;
import conveyarr.upstream.HookReader.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** What became of the happenings that hooks tell: the events of the services, as they are on the topics. */
@Singleton
public class Outcomes {
    private final OutcomeRows rows;

    Outcomes(OutcomeRows rows) {
        this.rows = rows;
    }

    public Uni<Void> remember(Outcome outcome) {
        return rows.write(outcome);
    }

    /** The events that follow from what a hook says, whether the hook or a poll was first to say it. */
    public Uni<List<Outcome>> of(Reading reading) {
        return reading.sightings().isEmpty()
                ? Uni.createFrom().item(List.of())
                : rows.because(reading.sightings().stream()
                        .map(sighting -> sighting.occurrence().id())
                        .toList());
    }
}
