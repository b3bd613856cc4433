package conveyarr.upstream.seerr;

import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.upstream.Sighting.Asked;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.Sighting.Title;
import conveyarr.upstream.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads items of Seerr's request list, as seen at one moment. */
record SeerrList(String instance, Instant now) {
    private static final int COMPLETED = 5;
    private static final int MEDIA_AVAILABLE = 5;
    private static final int MEDIA_DELETED = 7;

    RequestSeen seen(SeerrApi.Request request, Title title) {
        RequestState state = state(request);
        Instant askedAt = request.createdAt() == null ? now : request.createdAt();
        Instant at = state == RequestState.PENDING ? askedAt : now;
        var asked =
                new Asked(title.title(), title.year(), requestedBy(request), request.is4k(), wanted(request), askedAt);
        var occurrence = Occurrence.at(at, Via.POLL, instance, SeerrWords.key(request.id(), state));
        return new RequestSeen(
                occurrence, media(request), new RequestId(instance, request.id()), state, asked, since(request, state));
    }

    /** Seerr 3.1.0 never changes the time of a request (all others do): then it says nothing. */
    private static Optional<Instant> since(SeerrApi.Request request, RequestState state) {
        Instant made = request.createdAt();
        Instant changed = request.updatedAt();
        boolean says = made != null && changed != null && changed.isAfter(made);
        return says && state != RequestState.PENDING ? Optional.of(changed) : Optional.empty();
    }

    /** Movies and series; a later Seerr may know more. What was fulfilled once and then deleted is nothing to follow. */
    static boolean isReadable(SeerrApi.Request request) {
        boolean known = "movie".equals(request.type()) || "tv".equals(request.type());
        return known
                && request.media() != null
                && request.media().tmdbId() > 0
                && !(request.status() == COMPLETED && mediaStatus(request) == MEDIA_DELETED);
    }

    private static int mediaStatus(SeerrApi.Request request) {
        return request.is4k() ? request.media().status4k() : request.media().status();
    }

    static MediaId media(SeerrApi.Request request) {
        return SeerrWords.media(
                request.type(), request.media().tmdbId(), request.media().tvdbId());
    }

    /** A declined request stays declined, whatever becomes of the media; any other is fulfilled when the media is there. */
    private static RequestState state(SeerrApi.Request request) {
        return switch (request.status()) {
            case 3 -> RequestState.DECLINED;
            case 1 -> isAvailable(request) ? RequestState.AVAILABLE : RequestState.PENDING;
            case 4 -> isAvailable(request) ? RequestState.AVAILABLE : RequestState.FAILED;
            default -> isAvailable(request) ? RequestState.AVAILABLE : RequestState.APPROVED; // 2 approved, 5 completed
        };
    }

    /** The whole media is there, or each season that was asked for. */
    private static boolean isAvailable(SeerrApi.Request request) {
        if (mediaStatus(request) == MEDIA_AVAILABLE) {
            return true;
        }
        Set<Integer> there = seasons(request.media().seasons())
                .filter(season -> (request.is4k() ? season.status4k() : season.status()) == MEDIA_AVAILABLE)
                .map(SeerrApi.Season::seasonNumber)
                .collect(Collectors.toSet());
        return !wanted(request).isEmpty() && there.containsAll(wanted(request));
    }

    private static List<Integer> wanted(SeerrApi.Request request) {
        return seasons(request.seasons()).map(SeerrApi.Season::seasonNumber).toList();
    }

    private static Stream<SeerrApi.Season> seasons(List<SeerrApi.Season> seasons) {
        return Stream.ofNullable(seasons).flatMap(List::stream);
    }

    private static String requestedBy(SeerrApi.Request request) {
        var by = request.requestedBy();
        return by == null || by.displayName() == null ? "" : Words.name(by.displayName());
    }
}
