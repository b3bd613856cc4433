package conveyarr.health.timeline;

import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.*;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is told of a request. */
final class RequestStory {
    private RequestStory() {}

    static String text(RequestEvent event, UnaryOperator<String> person) {
        return switch (event) {
            case MediaRequested e -> person.apply(e.requestedBy()) + " asked for " + what(e);
            case RequestApproved e -> e.automatically() ? "Approved automatically" : "Approved";
            case RequestDeclined _ -> "Declined";
            case RequestFailed e ->
                e.request().instance() + " could not hand the request on" + (e.again() ? " again" : "");
            case RequestWithdrawn _ -> "The request was withdrawn";
            case RequestFulfilled e -> e.request().instance() + " says it is available";
            case RequestActionTaken e -> HandOverStory.text(e);
            case HandOverRetried e -> HandOverStory.text(e);
        };
    }

    private static String what(MediaRequested e) {
        String seasons = e.seasons().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String part = e.seasons().isEmpty() ? "it" : (e.seasons().size() == 1 ? "season " : "seasons ") + seasons;
        return part + (e.uhd() ? " in 4K" : "");
    }
}
