package conveyarr.upstream;

import java.util.List;
import java.util.Optional;

/** One transfer from close by. */
public record Inspection(Optional<Boolean> privateTorrent, List<Tracker> trackers) {
    /** Every tracker that answered says that it does not know the torrent. */
    public boolean unregistered() {
        List<Tracker> answered = trackers.stream()
                .filter(tracker -> tracker.state() == Tracker.State.WORKING
                        || !tracker.message().isBlank())
                .toList();
        return !answered.isEmpty() && answered.stream().allMatch(Tracker::saysUnregistered);
    }
}
