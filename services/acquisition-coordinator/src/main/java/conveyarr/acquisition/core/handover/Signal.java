package conveyarr.acquisition.core.handover;

import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import java.time.Instant;
import java.util.List;

/** What is heard of a request, and what is seen on the lists of the *arr programs. */
public sealed interface Signal {
    RequestId request();

    record Requested(RequestId request, Occurrence occurrence, boolean uhd) implements Signal {}

    /** Approved, or handed on by a person once more. */
    record Approved(RequestId request, Occurrence occurrence, MediaId media) implements Signal {}

    /** Seerr says itself that it could not hand it on. */
    record Failed(RequestId request, Occurrence occurrence, MediaId media) implements Signal {}

    /** Declined, withdrawn or fulfilled. */
    record Ended(RequestId request, Occurrence occurrence) implements Signal {}

    /** Somebody has looked for it. */
    record Looked(RequestId request, Instant at, Sight sight) implements Signal {}

    /** What was seen. */
    sealed interface Sight {
        record Found(String instance) implements Sight {}

        /** None of these has it. */
        record Missing(List<String> instances) implements Sight {}

        /** One that may have it does not answer. */
        record Unanswered(String why) implements Sight {}

        /** No program lists such a title under a name that we share. */
        record Nobody() implements Sight {}

        /** None of the programs that could have it is set up here. */
        record NoneSetUp(String program) implements Sight {}
    }
}
