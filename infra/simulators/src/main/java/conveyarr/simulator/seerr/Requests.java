package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Movie;
import conveyarr.simulator.state.Ledger;
import java.util.List;
import java.util.Optional;

/** What can happen to a request, and which webhook each step sends. Approved ones go to Radarr. */
final class Requests {
    private final Ledger<SeerrState> state;
    private final SeerrHooks hooks;
    private final HandOver handOver;

    Requests(Ledger<SeerrState> state, SeerrHooks hooks, HandOver handOver) {
        this.state = state;
        this.hooks = hooks;
        this.handOver = handOver;
    }

    /** Empty when there is a living request for this movie already. {@code owner} may differ from who calls. */
    Optional<Request> create(Movie movie, User owner, User caller) {
        Optional<Request> created = state.change(s -> {
            Media media = s.mediaOf(movie);
            boolean duplicate = media.status == Media.AVAILABLE
                    || s.requestsOf(media).stream()
                            .anyMatch(r -> r.status == Request.PENDING || r.status == Request.APPROVED);
            return duplicate ? Optional.<Request>empty() : Optional.of(inserted(s, media, owner, caller));
        });
        created.ifPresent(request -> {
            boolean auto = request.status == Request.APPROVED;
            hooks.send(auto ? Notice.MEDIA_AUTO_APPROVED : Notice.MEDIA_PENDING, request);
            if (auto) {
                handOver.start(request);
            }
        });
        return created;
    }

    private static Request inserted(SeerrState s, Media media, User owner, User caller) {
        Request request = new Request();
        request.id = ++s.lastRequest;
        request.mediaId = media.id;
        request.requestedBy = owner.id;
        boolean auto = caller.may(User.AUTO_APPROVE);
        request.status = auto ? Request.APPROVED : Request.PENDING;
        request.modifiedBy = auto ? caller.id : 0;
        media.status = Media.PENDING;
        s.requests.add(request);
        return request;
    }

    /** Sends something only when the status really changes; an AVAILABLE movie is approved in silence. */
    void approve(Request request) {
        boolean changed = moved(request, Request.APPROVED);
        if (changed && state.read(s -> s.mediaOf(request).status) != Media.AVAILABLE) {
            hooks.send(Notice.MEDIA_APPROVED, request);
            handOver.start(request);
        }
    }

    void decline(Request request) {
        if (moved(request, Request.DECLINED)) {
            hooks.send(Notice.MEDIA_DECLINED, request); // still PENDING in the body
            state.update(s -> {
                if (s.mediaOf(request).status != Media.AVAILABLE) {
                    s.mediaOf(request).status = Media.UNKNOWN;
                }
            });
        }
    }

    void delete(Request request) {
        state.update(s -> {
            Media media = s.mediaOf(request);
            s.requests.remove(request);
            if (s.requestsOf(media).isEmpty() && media.status != Media.AVAILABLE) {
                media.status = Media.UNKNOWN;
            }
        });
    }

    /** Approved requests of this movie are COMPLETED and announced; a pending one becomes APPROVED without a word. */
    void available(Media media) {
        List<Request> announced = state.change(s -> {
            boolean already = media.status == Media.AVAILABLE;
            media.status = Media.AVAILABLE;
            List<Request> approved = s.requestsOf(media).stream()
                    .filter(r -> !already && r.status == Request.APPROVED)
                    .toList();
            s.requestsOf(media).stream()
                    .filter(r -> r.status == Request.PENDING)
                    .forEach(r -> r.status = Request.APPROVED);
            approved.forEach(r -> r.status = Request.COMPLETED);
            return approved;
        });
        announced.forEach(request -> hooks.send(Notice.MEDIA_AVAILABLE, request));
    }

    private boolean moved(Request request, int to) {
        return state.change(s -> {
            boolean changed = request.status != to;
            request.status = to;
            request.modifiedBy = 1;
            return changed;
        });
    }
}
