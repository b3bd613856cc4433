package conveyarr.health.view.other;

import java.util.Map;
import java.util.UUID;

/** One process of Conveyarr, and which of what was saved it knows. */
public record Process(
        UUID id, String service, Map<String, String> savedAtStart, Map<String, String> savedNow, boolean startsAgain) {
    public boolean isBehind() {
        return !savedAtStart.equals(savedNow);
    }
}
