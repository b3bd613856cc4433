package conveyarr.flow.http;

import conveyarr.flow.DeadLetters.Letter;
import conveyarr.flow.Flow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dead letters of all services of this process. */
record Letters(List<Flow> flows) {

    record Found(Flow flow, Letter letter) {}

    /** Newest first; empty when the service that is asked for is not here. */
    Optional<List<DeadLetterView>> newest(Optional<String> service, boolean open, int most) throws SQLException {
        var wanted = flows.stream()
                .filter(flow -> service.isEmpty() || service.get().equals(flow.service()))
                .toList();
        var all = new ArrayList<DeadLetterView>();
        for (Flow flow : wanted) {
            flow.upkeep()
                    .deadLetters()
                    .newest(most, open)
                    .forEach(letter -> all.add(DeadLetterView.of(flow.service(), letter)));
        }
        all.sort(Comparator.comparing(DeadLetterView::at).reversed());
        return wanted.isEmpty() ? Optional.empty() : Optional.of(all.subList(0, Math.min(all.size(), most)));
    }

    Optional<Found> find(String id) throws SQLException {
        if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return Optional.empty();
        }
        for (Flow flow : flows) {
            var letter = flow.upkeep().deadLetters().find(UUID.fromString(id));
            if (letter.isPresent()) {
                return letter.map(one -> new Found(flow, one));
            }
        }
        return Optional.empty();
    }

    List<String> services() {
        return flows.stream().map(Flow::service).sorted().toList();
    }
}
