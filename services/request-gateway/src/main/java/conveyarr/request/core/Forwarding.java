package conveyarr.request.core;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where copies of an instance's hooks go, with the header that the receiver knows the sender by, and the words of the events that it wants.
 * {@code previous} is all that it takes to put the old hook back. Holds secrets.
 */
public record Forwarding(URI target, Optional<String> authorization, List<String> types, String previous) {
    @Override
    public String toString() {
        return "Forwarding to " + target.getHost();
    }
}
