package conveyarr.health.view.other;

import java.util.Collection;
import java.util.List;

/** What is said of something that can be saved in a page, be it a connection or a channel. */
final class Saved {
    private Saved() {}

    /** What holds it outside, such as a variable; each once. */
    static List<String> holders(Collection<String> places) {
        return places.stream()
                .filter(place -> !place.equals("saved"))
                .distinct()
                .sorted()
                .toList();
    }

    static boolean waits(String change) {
        return !"none".equals(change);
    }

    /** What the next start does about it. */
    static String waiting(String change) {
        return switch (change) {
            case "added" -> "It is saved, and counts from the next start on.";
            case "changed" -> "Its change counts from the next start on.";
            case "removed" -> "It is removed from the next start on.";
            default -> "";
        };
    }
}
