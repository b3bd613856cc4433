package conveyarr.health.in.web;

import conveyarr.health.Neighbours;
import conveyarr.health.view.other.Deliveries;
import java.util.List;

/** What was told to people, or not; {@code trouble} says why nothing is known, or is null. */
public record OutgoingPage(Deliveries deliveries, String state, String cursor, String trouble) {
    public List<String> states() {
        return List.of("SENT", "SUPPRESSED", "RETRYING", "FAILED", "IN_DOUBT", "QUEUED");
    }

    public boolean filtered() {
        return !state.isEmpty();
    }

    public String self() {
        return address(cursor);
    }

    public String older() {
        return deliveries.next() == null ? null : address(deliveries.next());
    }

    private String address(String from) {
        return "events/outgoing?state=" + Neighbours.part(state)
                + (from.isEmpty() ? "" : "&cursor=" + Neighbours.part(from));
    }
}
