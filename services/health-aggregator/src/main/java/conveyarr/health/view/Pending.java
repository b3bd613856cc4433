package conveyarr.health.view;

import conveyarr.health.view.other.Process;
import java.util.List;

/**
 * Whether something was saved that counts from the next start on, and whether that start can be had here. Those {@code apart} have another data
 * folder than the gateway, which saves, and so never see it; of those {@code silent} it is not known.
 */
public record Pending(boolean waits, boolean startsAgain, List<String> apart, List<String> silent) {
    public static Pending of(List<Process> all, Process gateway, List<String> silent) {
        var apart = all.stream()
                .filter(one -> !one.savedNow().equals(gateway.savedNow()))
                .map(Process::service)
                .distinct()
                .sorted()
                .toList();
        return new Pending(
                all.stream().anyMatch(Process::isBehind), all.stream().allMatch(Process::startsAgain), apart, silent);
    }

    public String names() {
        return String.join(", ", apart);
    }

    public String unheard() {
        return String.join(", ", silent);
    }
}
