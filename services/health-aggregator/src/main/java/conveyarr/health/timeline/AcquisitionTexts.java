package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;

/** The longer texts of an acquisition: why it waits, and what was done about it. */
final class AcquisitionTexts {
    private AcquisitionTexts() {}

    static AcquisitionEvent shorter(AcquisitionEvent event) {
        return switch (event) {
            case RepairDone e -> shorter(e);
            case CauseFound e -> shorter(e);
            case AttentionNeeded e -> shorter(e);
            case AcquisitionStarted _,
                    ReleaseGrabbed _,
                    ReleaseFailed _,
                    ImportBlocked _,
                    AcquisitionFinished _,
                    AcquisitionRemoved _,
                    CauseCleared _,
                    HandOverEvent _,
                    HistoryGapFound _ -> event;
        };
    }

    private static RepairDone shorter(RepairDone e) {
        String words = Shorter.text(e.words());
        String reason = Shorter.text(e.reason());
        return new RepairDone(
                e.about(), e.instance(), e.action(), e.download(), e.outcome(), words, reason, e.byHand());
    }

    private static CauseFound shorter(CauseFound e) {
        String text = Shorter.text(e.text());
        return new CauseFound(
                e.about(), e.instance(), e.code(), text, e.source(), e.certain(), e.since(), e.next(), e.you());
    }

    private static AttentionNeeded shorter(AttentionNeeded e) {
        String text = Shorter.text(e.text());
        return new AttentionNeeded(e.about(), e.instance(), e.stage(), e.since(), e.limit(), e.code(), text, e.you());
    }

    static String repaired(RepairDone e) {
        String wish =
                switch (e.action()) {
                    case RETRY_SEARCH -> "another search";
                    case RETRY_OTHER_RELEASE -> "another release";
                    case FORCE_IMPORT -> "the import";
                    case RESCAN -> "a look at the folder";
                };
        String asked = (e.byHand() ? "Ordered by hand: " : "Ordered by us: ") + wish + " at " + e.instance();
        return switch (e.outcome()) {
            case DONE -> asked + "; it " + e.words();
            case DRY_RUN -> "Dry run. " + asked + "; it would have " + Words.quoted(e.words());
            case REFUSED -> asked + "; not done: " + Words.quoted(e.words());
        };
    }

    /** {@code since} when, why in the words of whoever says it, and what comes of it by itself. */
    static String because(CauseFound e) {
        String sure = e.certain() ? "Does not move: " : "Does not move, probably: ";
        return sure + Words.quoted(e.text()) + " (" + e.source() + ")"
                + (e.next().isBlank() ? "" : ". " + e.next());
    }
}
