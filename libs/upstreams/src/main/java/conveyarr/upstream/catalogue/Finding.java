package conveyarr.upstream.catalogue;

import conveyarr.upstream.Upstream.Disk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one or more answers said: values for the info line, troubles in the program's own words, its disks. {@code bad} ends the round. */
record Finding(Map<String, String> values, List<String> troubles, List<Disk> disks, Optional<String> bad) {
    static final Finding NOTHING = new Finding(Map.of(), List.of(), List.of(), Optional.empty());

    static Finding trouble(String words) {
        return new Finding(Map.of(), List.of(words), List.of(), Optional.empty());
    }

    static Finding bad(String words) {
        return new Finding(Map.of(), List.of(), List.of(), Optional.of(words));
    }

    Finding and(Finding next) {
        var values = new HashMap<>(this.values);
        values.putAll(next.values);
        var troubles = new ArrayList<>(this.troubles);
        troubles.addAll(next.troubles);
        var disks = new ArrayList<>(this.disks);
        disks.addAll(next.disks);
        return new Finding(values, troubles, disks, bad.or(next::bad));
    }
}
