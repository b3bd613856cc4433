package conveyarr.download;

import conveyarr.download.core.Download;
import conveyarr.download.core.Kept;
import conveyarr.download.core.Known;
import conveyarr.download.core.Signal;
import conveyarr.download.core.Watch;
import conveyarr.download.out.DownloadRow;
import conveyarr.download.out.DownloadRows;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.flow.state.Handler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The downloads we watch: one input, one transaction. */
@Singleton
public class Downloads {
    private final Watch watch;
    private final DownloadRows rows;
    private final Handler<Download, DownloadRow> handler;

    Downloads(DownloadFlow flow, DownloadRows rows, RuleSettings settings) {
        this.watch = new Watch(settings.rules());
        this.rows = rows;
        this.handler = flow.handler(DownloadRows.AGGREGATE);
    }

    /** After so long without progress a download is stalled. */
    public Duration patience() {
        return watch.rules().progress().patience();
    }

    /** An event of another service. {@code id} is the download's id in the one spelling. */
    public Uni<Void> handle(String id, Occurrence cause, Signal signal) {
        return handler.handle(id, cause, state -> watch.on(state, signal));
    }

    /** What a poll sees of a download now. */
    public Uni<Void> observe(String id, Occurrence cause, Signal signal) {
        return handler.observe(id, cause, state -> watch.on(state, signal));
    }

    /** How many make no progress. */
    public Uni<Long> stalled() {
        return rows.stalled();
    }

    /** Under which of its ids a transfer is kept; its own when it is new to us. */
    public Uni<String> keptAs(String hash, Collection<String> aliases) {
        return rows.keptAs(hash, aliases);
    }

    /** The ids under which somebody waits for a download that no client has shown. */
    public Uni<List<String>> awaited() {
        return rows.awaited();
    }

    /** The ids under which downloads of this title are kept that are not over, or whose import was refused. */
    public Uni<List<String>> of(MediaId media) {
        return rows.of(media);
    }

    /** Every download that is not over, as it is kept. */
    public Uni<List<Known>> all() {
        return rows.all();
    }

    /** One that is not over. */
    public Uni<Optional<Known>> one(String id) {
        return rows.one(id);
    }

    /** This client's downloads that are neither complete nor gone, and those whose import was refused. */
    public Uni<List<Kept>> unfinished(String client) {
        return rows.unfinished(client);
    }
}
