package conveyarr.health.core.access;

import conveyarr.health.core.access.Visitor.Proof;
import java.util.List;
import java.util.Optional;

/** Who a proxy says that the visitor is, which counts when the proxy is trusted. */
public record Headers(List<String> users, List<String> groups) {
    /** Empty when the header is missing, and when it is there twice: then one of them was not written by the proxy. */
    public Optional<Visitor> visitor(Groups known) {
        return users.size() == 1 && !users.getFirst().isBlank() && groups.size() <= 1
                ? Optional.of(new Visitor(users.getFirst().strip(), known.role(mine()), Proof.PROXY))
                : Optional.empty();
    }

    private List<String> mine() {
        return groups.stream().flatMap(Groups::in).toList();
    }
}
