package conveyarr.download.core;

import java.util.Optional;
import java.util.Set;

/**
 * What the rules may ask of a download.
 *
 * @param isPrivate empty when nobody knows; it is then treated as private
 * @param trackers the hosts of its trackers
 * @param metadataMissing not even its size is known
 * @param ours its category is one of an *arr
 * @param unregistered every tracker that answered says that it does not know it
 */
public record Traits(
        String category,
        Set<String> tags,
        Optional<Boolean> isPrivate,
        Set<String> trackers,
        boolean metadataMissing,
        boolean unregistered,
        boolean ours) {
    public static final Traits NONE = new Traits("", Set.of(), Optional.empty(), Set.of(), false, false, false);

    boolean mayBePrivate() {
        return isPrivate.orElse(true);
    }
}
