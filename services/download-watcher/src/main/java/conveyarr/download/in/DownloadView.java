package conveyarr.download.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import conveyarr.download.core.Care;
import conveyarr.download.core.Care.Trouble;
import conveyarr.download.core.Download;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Known;
import conveyarr.download.core.Watch;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One download as the API shows it: what we keep of it, and what its client says of it now, when it answers. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DownloadView(
        String id,
        String client,
        Optional<String> name,
        Optional<String> media,
        String state,
        String tone,
        Optional<Cause> cause,
        Optional<Live> live,
        Optional<Instant> since,
        Optional<Plan> plan,
        boolean kept,
        boolean protectedByRule,
        @JsonProperty("protected") boolean isProtected,
        @JsonUnwrapped Figures figures) {

    /** {@code code} is for machines. */
    record Cause(String code, String text) {}

    /** {@code rate} in bytes a second, {@code eta} in seconds. */
    record Live(double progress, long bytesLeft, long rate, Optional<Long> eta, int seeds, String word) {}

    /** {@code limit}: after how many seconds of trouble. */
    record Plan(String action, Instant at, String reason, long limit) {}

    static DownloadView of(Known known, String client, Optional<Transfer> transfer, boolean isProtected) {
        Download download = known.download();
        Care care = care(download);
        String state = Shown.state(download, transfer.map(t -> t.progress().phase()));
        Optional<Live> live = transfer.map(DownloadView::live);
        return new DownloadView(
                known.id(),
                client,
                transfer.map(Transfer::name),
                media(download),
                state,
                Shown.tone(state),
                cause(download, care),
                live,
                since(download),
                plan(download, care),
                care.kept(),
                isProtected,
                isProtected,
                Figures.of(live));
    }

    private static Live live(Transfer transfer) {
        var progress = transfer.progress();
        return new Live(
                progress.fraction(),
                Math.max(0, progress.bytes() - progress.bytesDone()),
                transfer.facts().speeds().down(),
                progress.remaining().map(Duration::toSeconds),
                transfer.facts().swarm().seeds(),
                progress.word());
    }

    private static Care care(Download download) {
        if (download instanceof Unclaimed unclaimed) {
            return unclaimed.care();
        }
        return download instanceof Refused refused
                ? refused.care()
                : Watch.underWay(download).map(Running::care).orElse(Care.NONE);
    }

    private static Optional<String> media(Download download) {
        return switch (download) {
            case Awaited a -> Optional.of(a.media().value());
            case Refused refused -> Optional.of(refused.media().value());
            case Running _, Stalled _, Held _, Failed _ ->
                Watch.underWay(download).map(running -> running.media().value());
            case Unknown _, Unclaimed _, Finished _, Removed _ -> Optional.empty();
        };
    }

    private static Optional<Cause> cause(Download download, Care care) {
        if (download instanceof Held held) {
            String code = "HELD_" + held.reason();
            return Optional.of(new Cause(code, Shown.words(held.reason()) + (held.paused() ? ", paused by us" : "")));
        }
        return care.trouble().map(Trouble::kind).map(kind -> new Cause(kind.name(), kind.words()));
    }

    private static Optional<Instant> since(Download download) {
        return switch (download) {
            case Held held -> Optional.of(held.since());
            case Refused refused -> Optional.of(refused.since());
            case Unclaimed unclaimed -> Optional.of(unclaimed.since());
            case Running _, Stalled _, Failed _ -> Watch.underWay(download).map(Running::movedAt);
            case Unknown _, Awaited _, Finished _, Removed _ -> Optional.empty();
        };
    }

    /** While it waits, nothing is due. */
    private static Optional<Plan> plan(Download download, Care care) {
        return download instanceof Held
                ? Optional.empty()
                : care.trouble().flatMap(trouble -> trouble.next().map(next -> plan(trouble, next)));
    }

    private static Plan plan(Trouble trouble, Care.Plan next) {
        long limit = Duration.between(trouble.since(), next.due()).toSeconds();
        return new Plan(next.action().name(), next.due(), next.reason(), limit);
    }

    static boolean moves(Phase phase) {
        return phase == Phase.DOWNLOADING || phase == Phase.STALLED || phase == Phase.FETCHING_METADATA;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
