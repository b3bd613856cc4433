package conveyarr.acquisition.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Acquisition.*;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.cause.Cause;
import conveyarr.acquisition.core.cause.Vigil;
import conveyarr.acquisition.core.cause.Vigil.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Acquisitions as the API shows them. */
record AcquisitionViews(List<View> items) {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(
            String instance,
            String media,
            String state,
            Optional<String> download,
            Optional<Integer> attempt,
            Optional<Why> cause) {}

    /** See {@code acquisition.cause-found.v1}; {@code explain} is all of it for people. */
    record Why(
            String code,
            String text,
            String source,
            boolean certain,
            Instant since,
            String next,
            String you,
            String explain) {}

    static AcquisitionViews of(List<Kept> kept, Map<String, Vigil> known) {
        return new AcquisitionViews(kept.stream()
                .map(one -> view(one, Optional.ofNullable(known.get(one.id())).flatMap(Vigil::standing)))
                .toList());
    }

    private static View view(Kept kept, Optional<Standing> standing) {
        Optional<Integer> attempt =
                switch (kept.state()) {
                    case Grabbed g -> Optional.of(g.attempt());
                    case Blocked b -> Optional.of(b.attempt());
                    case Unknown _, Wanted _, Removed _, Finished _ -> Optional.empty();
                };
        return new View(
                kept.instance(),
                kept.media().value(),
                word(kept.state()),
                kept.state().past().download(),
                attempt,
                standing.map(AcquisitionViews::why));
    }

    private static Why why(Standing standing) {
        Cause c = standing.cause();
        return new Why(c.code(), c.text(), c.source(), c.certain(), standing.since(), c.next(), c.you(), c.explain());
    }

    private static String word(Acquisition state) {
        return switch (state) {
            case Unknown _ -> "unknown";
            case Wanted _ -> "searching";
            case Grabbed _ -> "downloading";
            case Blocked _ -> "import-blocked";
            case Removed _ -> "removed";
            case Finished _ -> "finished";
        };
    }
}
