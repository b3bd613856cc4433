package conveyarr.health.in.web;

import conveyarr.events.AcquisitionEvent;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.timeline.Cause;
import conveyarr.health.timeline.Stage;
import conveyarr.health.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something a person may have done for a request; {@code question} is put before it is done. */
public record Offer(String word, String label, String question) {
    private static final List<Offer> DECIDE =
            List.of(new Offer("approve", "Approve", "Approve"), new Offer("decline", "Decline", "Decline"));
    private static final Offer RETRY = new Offer("retry", "Hand over again", "Hand over again");
    private static final Offer WITHDRAW = new Offer("withdraw", "Withdraw", "Withdraw the request for");
    private static final Offer SEARCH = new Offer("retry-search", "Search again", "Search again for");
    private static final Offer OTHER =
            new Offer("retry-other-release", "Try another release", "Try another release of");
    private static final Offer IMPORT = new Offer("force-import", "Import by force", "Import by force");

    /** What makes sense where the request is; what is asked of an *arr program needs one that has the title. */
    public static List<Offer> of(Timeline timeline) {
        Stage stage = timeline.course().stage();
        boolean arr = manager(timeline).isPresent();
        var offers = new ArrayList<Offer>();
        switch (stage) {
            case REQUESTED -> offers.addAll(DECIDE);
            case APPROVED -> offers.add(RETRY);
            case SEARCHING -> add(offers, arr, SEARCH);
            case DOWNLOADING -> add(offers, arr, OTHER);
            case IMPORTING, NEEDS_YOU -> add(offers, arr, IMPORT, OTHER);
            case FAILED -> add(offers, arr, SEARCH, OTHER);
            case INDEXING, AVAILABLE -> add(offers, arr && lacks(timeline), SEARCH);
            case DECLINED, WITHDRAWN -> {}
        }
        if (stage.compareTo(Stage.INDEXING) < 0 || stage == Stage.NEEDS_YOU) {
            offers.add(WITHDRAW);
        }
        return List.copyOf(offers);
    }

    private static boolean lacks(Timeline timeline) {
        return timeline.course()
                .cause()
                .filter(why -> why.code().equals(Cause.INCOMPLETE))
                .isPresent();
    }

    static Optional<Offer> named(String word) {
        return List.of(DECIDE.getFirst(), DECIDE.getLast(), RETRY, WITHDRAW, SEARCH, OTHER, IMPORT).stream()
                .filter(offer -> offer.word().equals(word))
                .findFirst();
    }

    /** Whether it is a matter of Seerr; all others are for the *arr program. */
    private boolean isDecision() {
        return List.of("approve", "decline", "retry", "withdraw").contains(word);
    }

    /** The *arr program that last told of the title. */
    static Optional<String> manager(Timeline timeline) {
        return timeline.entries().reversed().stream()
                .filter(entry -> entry.event() instanceof AcquisitionEvent)
                .map(entry -> entry.occurrence().source())
                .findFirst();
    }

    /** Which service is asked, and where; empty for what nobody can be asked. */
    static Optional<Call> call(Timeline timeline, String word) {
        return named(word).flatMap(offer -> offer.path(timeline)
                .map(path -> new Call(offer, offer.isDecision() ? Neighbour.REQUEST : Neighbour.ACQUISITION, path)));
    }

    /** How another service is asked for it. */
    record Call(Offer offer, Neighbour who, String path) {}

    private Optional<String> path(Timeline timeline) {
        return isDecision()
                ? Optional.of("/api/v1/requests/" + timeline.requestId() + "/" + word)
                : manager(timeline)
                        .map(arr -> "/api/v1/acquisitions/" + Neighbours.part(arr) + "/"
                                + Neighbours.part(timeline.media().value()) + "/actions/" + word);
    }

    private static void add(List<Offer> offers, boolean possible, Offer... more) {
        if (possible) {
            offers.addAll(List.of(more));
        }
    }
}
