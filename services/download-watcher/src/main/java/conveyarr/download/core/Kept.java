package conveyarr.download.core;

import conveyarr.events.DownloadId;
import java.util.Optional;

/** A download that is under way: the id under which it is kept, which is the one that an *arr asked for, and the client's own. */
public record Kept(String id, DownloadId download) {
    /** Under which id its client has one that somebody still has to care for. */
    public static Optional<DownloadId> inClient(Download state) {
        return state instanceof Download.Refused refused
                ? Optional.of(refused.id())
                : Watch.underWay(state).map(Download.Running::id);
    }
}
