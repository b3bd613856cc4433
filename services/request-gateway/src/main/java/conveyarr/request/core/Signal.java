package conveyarr.request.core;

import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import java.util.List;
import java.util.Optional;

/** What a request can be told: that Seerr has it in some state, by hook or by poll, or that Seerr has it no more. */
public sealed interface Signal {
    RequestId request();

    Occurrence occurrence();

    record Seen(RequestId request, Occurrence occurrence, MediaId media, Word word, Asked asked) implements Signal {}

    /** A complete answer did not hold it. */
    record Gone(RequestId request, Occurrence occurrence) implements Signal {}

    /** Who asked for what; {@code by} is a reference to a person, never a name. */
    record Asked(String title, Optional<Integer> year, String by, boolean uhd, List<Integer> seasons) {}

    /** Seerr's word for the state of a request. */
    enum Word {
        PENDING,
        APPROVED,
        AUTO_APPROVED,
        DECLINED,
        FAILED,
        AVAILABLE
    }
}
