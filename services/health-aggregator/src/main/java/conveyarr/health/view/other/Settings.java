package conveyarr.health.view.other;

import java.util.List;
import java.util.Map;

/** How a connection is set, as request-gateway tells it. {@code from} says of each setting where it comes from. */
public record Settings(
        String kind,
        String url,
        String healthUrl,
        String username,
        boolean keySet,
        boolean behindVpn,
        boolean required,
        Map<String, String> from,
        boolean editable,
        String change) {
    /** What holds it outside, such as a variable; each once. */
    public List<String> holders() {
        return from.values().stream()
                .filter(place -> !place.equals("saved"))
                .distinct()
                .sorted()
                .toList();
    }

    public boolean waits() {
        return !"none".equals(change);
    }

    /** What the next start does about it. */
    public String waiting() {
        return switch (change) {
            case "added" -> "It is saved, and counts from the next start on.";
            case "changed" -> "Its change counts from the next start on.";
            case "removed" -> "It is removed from the next start on.";
            default -> "";
        };
    }
}
