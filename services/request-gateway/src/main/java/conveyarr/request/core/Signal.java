package conveyarr.request.core;

import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.request.core.Request.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a request can be told: that Seerr has it in some state, by hook or by poll, or that Seerr has it no more. */
public sealed interface Signal {
    RequestId request();

    Occurrence occurrence();

    /** It is so {@code since} then, where Seerr says; at the time of the occurrence it was seen to be. */
    record Seen(
            RequestId request, Occurrence occurrence, MediaId media, Word word, Asked asked, Optional<Instant> since)
            implements Signal {
        public Seen(RequestId request, Occurrence occurrence, MediaId media, Word word, Asked asked) {
            this(request, occurrence, media, word, asked, Optional.empty());
        }

        /** A poll sees the present; a hook may come long after it was sent. */
        boolean isAfter(Instant moment) {
            return occurrence.via() == Via.POLL || occurrence.at().isAfter(moment);
        }

        /** The same, dated {@code moment} where it says an earlier time. */
        Seen notBefore(Instant moment) {
            var o = occurrence;
            var moved = new Occurrence(o.id(), later(o.at(), moment), o.via(), o.source(), o.past());
            return new Seen(request, moved, media, word, asked.notBefore(moment), since.filter(moment::isBefore));
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /** A complete answer did not hold it. */
    record Gone(RequestId request, Occurrence occurrence) implements Signal {}

    /** It is approved, and the *arr does not have it; {@code attempt} says how often Seerr is to hand it on again. */
    record Late(RequestId request, Occurrence occurrence, int attempt) implements Signal {}

    /** Who asked for what, and when as far as Seerr says; {@code by} is a reference to a person, never a name. */
    record Asked(String title, Optional<Integer> year, String by, boolean uhd, List<Integer> seasons, Instant at) {
        private Asked notBefore(Instant moment) {
            return new Asked(title, year, by, uhd, seasons, Seen.later(at, moment));
        }
    }

    /** Seerr's word for the state of a request. */
    enum Word {
        PENDING,
        APPROVED,
        AUTO_APPROVED,
        DECLINED,
        FAILED,
        AVAILABLE;

        /** What it is the word for. */
        public Step step() {
            return switch (this) {
                case PENDING -> Step.REQUESTED;
                case APPROVED, AUTO_APPROVED -> Step.APPROVED;
                case DECLINED -> Step.DECLINED;
                case FAILED -> Step.FAILED;
                case AVAILABLE -> Step.FULFILLED;
            };
        }
    }
}
