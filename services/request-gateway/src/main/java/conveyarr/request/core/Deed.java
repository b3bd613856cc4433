package conveyarr.request.core;

import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.request.core.Signal.Word;

/**
 * What an action has to do to a request that is in some state. Pure. Seerr itself would do harm: it sets a fulfilled request back to
 * approved when it is approved again, and approves a declined one when it is retried.
 */
public sealed interface Deed {
    /** Seerr is to be told. */
    record Do() implements Deed {}

    /** It is so already. */
    record Nothing() implements Deed {}

    /** It makes no sense; {@code hint} says what would. */
    record Senseless(String why, String hint) implements Deed {}

    static Deed of(RequestAction action, Word state) {
        return switch (action) {
            case APPROVE -> approve(state);
            case DECLINE -> decline(state);
            case RETRY -> retry(state);
            case WITHDRAW -> new Do();
        };
    }

    private static Deed approve(Word state) {
        return switch (state) {
            case PENDING, DECLINED -> new Do();
            case APPROVED, AUTO_APPROVED, AVAILABLE -> new Nothing();
            case FAILED -> new Senseless("It is approved, and Seerr could not hand it on.", "Use retry.");
        };
    }

    private static Deed decline(Word state) {
        return switch (state) {
            case PENDING, APPROVED, AUTO_APPROVED, FAILED -> new Do();
            case DECLINED -> new Nothing();
            case AVAILABLE -> new Senseless("What was asked for is there.", "Delete it in the library instead.");
        };
    }

    private static Deed retry(Word state) {
        return switch (state) {
            case FAILED, APPROVED, AUTO_APPROVED -> new Do();
            case AVAILABLE -> new Nothing();
            case PENDING -> new Senseless("Nobody has approved it.", "Use approve.");
            case DECLINED -> new Senseless("It was declined.", "Use approve, if that has changed.");
        };
    }
}
