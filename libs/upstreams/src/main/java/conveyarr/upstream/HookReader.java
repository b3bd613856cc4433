package conveyarr.upstream;

import java.time.Instant;
import java.util.List;

/** Reads the hooks of one kind. Pure: the same bytes give the same reading. */
@FunctionalInterface
public interface HookReader {
    /** Never fails: what cannot be read gives a reading that is not understood. */
    Reading read(String instance, Instant receivedAt, byte[] body);

    /**
     * What a hook says. {@code type} is the upstream's own word for the event ({@code "?"} when there is none); {@code understood} is false
     * for a type that we do not know; a known type may well have nothing that matters to us.
     */
    record Reading(String type, boolean understood, List<Sighting> sightings) {
        public static Reading notUnderstood(String type) {
            return new Reading(type, false, List.of());
        }

        public static Reading of(String type, Sighting... sightings) {
            return new Reading(type, true, List.of(sightings));
        }
    }
}
