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
        return Saved.holders(from.values());
    }

    public boolean waits() {
        return Saved.waits(change);
    }

    /** What the next start does about it. */
    public String waiting() {
        return Saved.waiting(change);
    }
}
