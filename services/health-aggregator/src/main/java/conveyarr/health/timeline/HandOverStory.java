package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent.HandOverDelayed;
import conveyarr.events.AcquisitionEvent.HandOverEvent;
import conveyarr.events.AcquisitionEvent.HandOverGivenUp;
import conveyarr.events.AcquisitionEvent.HandOverWanted;
import conveyarr.events.RequestEvent.HandOverRetried;
import conveyarr.events.RequestEvent.RequestAction;
import conveyarr.events.RequestEvent.RequestActionTaken;
import java.util.Optional;

/** What is told of an approved request that is slow to reach the *arr, and of what we did to a request. */
final class HandOverStory {
    private HandOverStory() {}

    static String text(HandOverEvent event) {
        return switch (event) {
            case HandOverDelayed e -> "Nobody can say whether it was handed on: " + Words.quoted(e.reason());
            case HandOverWanted e ->
                "Approved, but not on any list yet; " + e.instance() + " is to hand it on again" + attempt(e.attempt());
            case HandOverGivenUp e ->
                "Given up after " + e.attempts() + (e.attempts() == 1 ? " attempt: " : " attempts: ")
                        + Words.quoted(e.reason());
        };
    }

    static String text(HandOverRetried e) {
        String who = e.request().instance();
        return e.refusal()
                .map(words -> who + " refuses to hand it on" + attempt(e.attempt()) + ": " + Words.quoted(words))
                .orElse(who + " was asked to hand it on again" + attempt(e.attempt()));
    }

    static String text(RequestActionTaken e) {
        return who(e)
                + e.refusal()
                        .map(words -> " wanted to " + verb(e.action()) + " it; "
                                + e.request().instance() + " refuses: " + Words.quoted(words))
                        .orElse(" had " + e.request().instance() + " " + verb(e.action()) + " it");
    }

    private static String who(RequestActionTaken e) {
        return Optional.of(e.by())
                .filter(by -> by.startsWith("rule:"))
                .map(by -> "The rule " + Words.quoted(by.substring("rule:".length())))
                .orElse("Somebody");
    }

    private static String verb(RequestAction action) {
        return switch (action) {
            case APPROVE -> "approve";
            case DECLINE -> "decline";
            case RETRY -> "retry";
            case WITHDRAW -> "delete";
        };
    }

    private static String attempt(int attempt) {
        return attempt > 1 ? " (attempt " + attempt + ")" : "";
    }
}
