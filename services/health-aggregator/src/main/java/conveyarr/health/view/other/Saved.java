package conveyarr.health.view.other;

import java.util.List;
import java.util.Map;

/** How something is set that can be saved in a page, be it a connection or a channel. */
public sealed interface Saved permits Settings, ChannelSettings {
    /** Of each setting where it comes from. */
    Map<String, String> from();

    /** What the next start does about it, as a word. */
    String change();

    /** What holds it outside, such as a variable; each once. */
    default List<String> holders() {
        return from().values().stream()
                .filter(place -> !place.equals("saved"))
                .distinct()
                .sorted()
                .toList();
    }

    default boolean waits() {
        return !"none".equals(change());
    }

    /** What the next start does about it. */
    default String waiting() {
        return switch (change()) {
            case "added" -> "It is saved, and counts from the next start on.";
            case "changed" -> "Its change counts from the next start on.";
            case "removed" -> "It is removed from the next start on.";
            default -> "";
        };
    }
}
