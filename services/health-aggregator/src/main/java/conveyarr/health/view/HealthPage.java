package conveyarr.health.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of all checks, in groups. */
public record HealthPage(HealthView health, Map<String, List<CheckLine>> groups) {
    public static HealthPage of(HealthView health, Instant now) {
        return new HealthPage(
                health,
                health.checks().stream()
                        .map(check -> CheckLine.of(check, now))
                        .collect(Collectors.groupingBy(
                                line -> line.check().group(), LinkedHashMap::new, Collectors.toList())));
    }
}
