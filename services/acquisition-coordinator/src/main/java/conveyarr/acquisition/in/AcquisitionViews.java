package conveyarr.acquisition.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Acquisition.*;
import conveyarr.acquisition.core.Kept;
import java.util.List;
import java.util.Optional;

/** Acquisitions as the API shows them. */
record AcquisitionViews(List<View> items) {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record View(String instance, String media, String state, Optional<String> download, Optional<Integer> attempt) {}

    static AcquisitionViews of(List<Kept> kept) {
        return new AcquisitionViews(kept.stream().map(AcquisitionViews::view).toList());
    }

    private static View view(Kept kept) {
        Optional<Integer> attempt =
                switch (kept.state()) {
                    case Grabbed g -> Optional.of(g.attempt());
                    case Blocked b -> Optional.of(b.attempt());
                    case Unknown _, Wanted _, Finished _ -> Optional.empty();
                };
        return new View(
                kept.instance(),
                kept.media().value(),
                word(kept.state()),
                kept.state().past().download(),
                attempt);
    }

    private static String word(Acquisition state) {
        return switch (state) {
            case Unknown _ -> "unknown";
            case Wanted _ -> "searching";
            case Grabbed _ -> "downloading";
            case Blocked _ -> "import-blocked";
            case Finished _ -> "finished";
        };
    }
}
