package conveyarr.health.view;

import conveyarr.health.view.other.Process;
import java.util.List;

/**
 * Whether something was saved that counts from the next start on, and whether that start can be had here. Those {@code apart} have another data
 * folder than the gateway, which saves, and so never see it.
 */
public record Pending(boolean waits, boolean startsAgain, List<String> apart) {
    public static Pending of(List<Process> all, Process gateway) {
        var apart = all.stream()
                .filter(one -> !one.savedNow().equals(gateway.savedNow()))
                .map(Process::service)
                .distinct()
                .sorted()
                .toList();
        return new Pending(
                all.stream().anyMatch(Process::isBehind), all.stream().allMatch(Process::startsAgain), apart);
    }

    public boolean isApart() {
        return !apart.isEmpty();
    }

    public String names() {
        return String.join(", ", apart);
    }
}
