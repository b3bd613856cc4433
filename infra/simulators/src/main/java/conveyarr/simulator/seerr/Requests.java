package conveyarr.simulator.seerr;

import conveyarr.simulator.movie.Title;
import conveyarr.simulator.state.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can happen to a request, and which webhook each step sends. Approved ones go to Radarr or Sonarr. */
final class Requests {
    private final Ledger<SeerrState> state;
    private final SeerrHooks hooks;
    private final HandOver handOver;

    Requests(Ledger<SeerrState> state, SeerrHooks hooks, HandOver handOver) {
        this.state = state;
        this.hooks = hooks;
        this.handOver = handOver;
    }

    /** What is asked for: a movie, or some seasons of a series. {@code owner} may differ from who calls. */
    record Wish(Title title, List<Integer> seasons, User owner, User caller) {}

    /** Empty when there is a living request for the movie, or for each of the seasons. */
    Optional<Request> create(Wish wish) {
        Optional<Request> created = state.change(s -> {
            Media media = s.mediaOf(wish.title());
            List<Integer> seasons = wish.seasons().stream()
                    .filter(season ->
                            !media.isThere(season) && living(s, media).noneMatch(r -> r.seasons.contains(season)))
                    .toList();
            boolean duplicate = media.isSeries()
                    ? seasons.isEmpty()
                    : media.status == Media.AVAILABLE
                            || living(s, media).findAny().isPresent();
            return duplicate ? Optional.<Request>empty() : Optional.of(inserted(s, media, seasons, wish));
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

    private static Stream<Request> living(SeerrState s, Media media) {
        return s.requestsOf(media).stream().filter(r -> r.status == Request.PENDING || r.status == Request.APPROVED);
    }

    private static Request inserted(SeerrState s, Media media, List<Integer> seasons, Wish wish) {
        Request request = new Request();
        request.id = ++s.lastRequest;
        request.mediaId = media.id;
        request.requestedBy = wish.owner().id;
        request.seasons = seasons;
        boolean auto = wish.caller().may(User.AUTO_APPROVE);
        request.status = auto ? Request.APPROVED : Request.PENDING;
        request.modifiedBy = auto ? wish.caller().id : 0;
        media.status = media.status > Media.PROCESSING ? media.status : Media.PENDING;
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

    /** Each approved request whose seasons are all there is COMPLETED and announced. */
    void available(Media media, Map<Integer, Integer> seasons) {
        List<Request> announced = state.change(s -> {
            media.seasons.putAll(seasons);
            boolean whole =
                    IntStream.rangeClosed(1, media.series.seasons().size()).allMatch(media::isThere);
            boolean some = media.seasons.values().stream().anyMatch(status -> status >= Media.PARTIALLY_AVAILABLE);
            media.status = whole ? Media.AVAILABLE : some ? Media.PARTIALLY_AVAILABLE : media.status;
            List<Request> complete = s.requestsOf(media).stream()
                    .filter(r ->
                            r.status == Request.APPROVED && r.seasons.stream().allMatch(media::isThere))
                    .toList();
            complete.forEach(r -> r.status = Request.COMPLETED);
            return complete;
        });
        announced.forEach(request -> hooks.send(Notice.MEDIA_AVAILABLE, request));
    }

    /** "Clear data": Seerr knows nothing of it any more. */
    void clear(Media media) {
        state.update(s -> {
            s.requests.removeAll(s.requestsOf(media));
            s.media.remove(media);
        });
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
