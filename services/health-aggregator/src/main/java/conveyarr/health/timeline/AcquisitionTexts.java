package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.*;

/** The longer texts of an acquisition: why it waits, and what was done about it. */
final class AcquisitionTexts {
    private AcquisitionTexts() {}

    static AcquisitionEvent shorter(AcquisitionEvent event) {
        return switch (event) {
            case RepairDone e ->
                new RepairDone(
                        e.about(),
                        e.instance(),
                        e.action(),
                        e.download(),
                        e.outcome(),
                        Shorter.text(e.words()),
                        Shorter.text(e.reason()),
                        e.byHand());
            case CauseFound e ->
                new CauseFound(
                        e.about(),
                        e.instance(),
                        e.code(),
                        Shorter.text(e.text()),
                        e.source(),
                        e.certain(),
                        e.since(),
                        e.next(),
                        e.you());
            case AttentionNeeded e ->
                new AttentionNeeded(
                        e.about(),
                        e.instance(),
                        e.stage(),
                        e.since(),
                        e.limit(),
                        e.code(),
                        Shorter.text(e.text()),
                        e.you());
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
