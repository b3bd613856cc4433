package conveyarr.request.in;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.request.People;
import conveyarr.request.Requests;
import conveyarr.request.core.Signal.Asked;
import conveyarr.request.core.Signal.Gone;
import conveyarr.request.core.Signal.Seen;
import conveyarr.request.core.Signal.Word;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Hands on what a Seerr shows of a request, or that it has it no more, with a reference in place of the person's name. */
@Singleton
class SeenRequests {
    private final People people;
    private final Requests requests;

    SeenRequests(People people, Requests requests) {
        this.people = people;
        this.requests = requests;
    }

    Uni<Void> hand(RequestSeen seen) {
        return people.remember(seen.request().instance(), seen.asked().requestedBy())
                .chain(ref -> requests.seen(signal(seen, ref)));
    }

    /** It is not there any more. */
    Uni<Void> gone(RequestId request, Via via) {
        var key = NaturalKey.of("request-gone", request.number());
        return requests.gone(new Gone(request, Occurrence.at(Instant.now(), via, request.instance(), key)));
    }

    private static Seen signal(RequestSeen seen, String by) {
        var what = seen.asked();
        var asked = new Asked(what.title(), what.year(), by, what.uhd(), what.seasons(), what.askedAt());
        return new Seen(seen.request(), seen.occurrence(), seen.media(), word(seen.state()), asked, seen.since());
    }

    static Word word(RequestState state) {
        return switch (state) {
            case PENDING -> Word.PENDING;
            case APPROVED -> Word.APPROVED;
            case AUTO_APPROVED -> Word.AUTO_APPROVED;
            case DECLINED -> Word.DECLINED;
            case FAILED -> Word.FAILED;
            case AVAILABLE -> Word.AVAILABLE;
        };
    }
}
