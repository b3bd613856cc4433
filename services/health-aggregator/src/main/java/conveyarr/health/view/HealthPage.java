package conveyarr.health.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of all checks, in groups, and of what went wrong within the last days, newest first. */
public record HealthPage(HealthView health, Map<String, List<CheckLine>> groups, List<IncidentLine> incidents) {
    private static final int SHOWN = 20;

    public static HealthPage of(HealthView health, List<IncidentLine> incidents, Instant now) {
        return new HealthPage(
                health,
                health.checks().stream()
                        .map(check -> CheckLine.of(check, now))
                        .collect(Collectors.groupingBy(
                                line -> line.check().group(), LinkedHashMap::new, Collectors.toList())),
                incidents);
    }

    /** Those that last. */
    public List<IncidentLine> open() {
        return incidents.stream().filter(one -> one.end() == null).toList();
    }

    public List<IncidentLine> over() {
        return incidents.stream().filter(one -> one.end() != null).limit(SHOWN).toList();
    }

    /** How many of those that are over are not listed. */
    public long more() {
        return incidents.size() - open().size() - over().size();
    }
}
