package conveyarr.upstream;

import conveyarr.events.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the hooks of one kind. Pure: the same bytes give the same reading. */
@FunctionalInterface
public interface HookReader {
    /** Never fails: what cannot be read gives a reading that is not understood. */
    Reading read(String instance, Instant receivedAt, byte[] body);

    /**
     * What a hook says. {@code type} is the upstream's own word for the event ({@code "?"} when there is none); {@code understood} is false
     * for a type that we do not know; a known type may well have nothing that matters to us. {@code itself} is what it says of the program
     * itself rather than of a title.
     */
    record Reading(String type, boolean understood, List<Sighting> sightings, Optional<Trace> itself) {
        public Reading(String type, boolean understood, List<Sighting> sightings) {
            this(type, understood, sightings, Optional.empty());
        }

        public static Reading notUnderstood(String type) {
            return new Reading(type, false, List.of());
        }

        public static Reading of(String type, Sighting... sightings) {
            return new Reading(type, true, List.of(sightings));
        }

        /** The same, with what it says of the program itself. */
        public Reading with(Optional<Trace> ofTheProgram) {
            return new Reading(type, understood, sightings, ofTheProgram);
        }
    }
}
