package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;

/** Cuts what was written on the way from the request to the release. */
final class ShorterWay {
    private ShorterWay() {}

    static RequestEvent of(RequestEvent event) {
        return switch (event) {
            case MediaRequested e ->
                new MediaRequested(
                        e.about(),
                        e.request(),
                        Shorter.name(e.title()),
                        e.year(),
                        e.requestedBy(),
                        e.uhd(),
                        e.seasons());
            case RequestActionTaken e ->
                new RequestActionTaken(
                        e.about(),
                        e.request(),
                        e.action(),
                        Shorter.name(e.by()),
                        e.refusal().map(Shorter::text));
            case HandOverRetried e ->
                new HandOverRetried(
                        e.about(), e.request(), e.attempt(), e.refusal().map(Shorter::text));
            case RequestApproved _, RequestDeclined _, RequestFailed _, RequestWithdrawn _, RequestFulfilled _ -> event;
        };
    }

    static AcquisitionEvent of(AcquisitionEvent event) {
        return switch (event) {
            case AcquisitionStarted e ->
                new AcquisitionStarted(e.about(), e.instance(), Shorter.name(e.title()), e.year());
            case ReleaseGrabbed e ->
                new ReleaseGrabbed(
                        e.about(),
                        e.instance(),
                        e.download(),
                        Shorter.name(e.release()),
                        e.bytes(),
                        e.indexer(),
                        e.attempt(),
                        e.episodes());
            case ReleaseFailed e -> new ReleaseFailed(e.about(), e.instance(), e.download(), Shorter.text(e.reason()));
            case ImportBlocked e ->
                new ImportBlocked(e.about(), e.instance(), e.download(), Shorter.texts(e.reasons()));
            case HandOverEvent e -> handOver(e);
            case RepairDone _, CauseFound _, AttentionNeeded _ -> AcquisitionTexts.shorter(event);
            case AcquisitionFinished _, AcquisitionRemoved _, CauseCleared _, HistoryGapFound _ -> event;
        };
    }

    private static HandOverEvent handOver(HandOverEvent event) {
        return switch (event) {
            case HandOverDelayed e ->
                new HandOverDelayed(
                        e.about(),
                        e.request(),
                        Shorter.text(e.reason()),
                        e.code().map(Shorter::name),
                        e.you().map(Shorter::text));
            case HandOverGivenUp e ->
                new HandOverGivenUp(e.about(), e.request(), e.attempts(), Shorter.text(e.reason()));
            case HandOverWanted _ -> event;
        };
    }
}
