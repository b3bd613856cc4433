package conveyarr.request.in;

import conveyarr.events.TimelineId;
import conveyarr.flow.http.Plan;
import conveyarr.flow.http.Problem;
import conveyarr.request.in.AskOrder.Checked;
import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.RequestPortal.Account;
import conveyarr.upstream.RequestPortal.Found;
import conveyarr.upstream.RequestPortal.Wish;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.UpstreamTrouble.Declined;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;

/** Asks for a movie or a series in Seerr, as one of its users. What is asked for twice is there once. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AskResource {
    private final Portals portals;
    private final SeenRequests seen;

    AskResource(Portals portals, SeenRequests seen) {
        this.portals = portals;
        this.seen = seen;
    }

    /** A title that may be several. */
    record Ambiguous(String type, String title, int status, String detail, String hint, List<Choice> choices) {}

    record Choice(String media, String title, Optional<Integer> year, String overview) {
        static Choice of(Found found) {
            return new Choice(found.media().value(), found.title(), found.year(), found.overview());
        }
    }

    /** {@code id} is good for the actions, {@code timeline} for what becomes of it. */
    record Asked(String id, String timeline, String media, String title, RequestState state, boolean created) {
        static Asked of(RequestSeen request, boolean created) {
            return new Asked(
                    RequestNames.of(request.request()),
                    TimelineId.of(request.media()).value(),
                    request.media().value(),
                    request.asked().title(),
                    request.state(),
                    created);
        }
    }

    @POST
    public Uni<Response> ask(AskOrder order) {
        Checked checked;
        try {
            checked = AskOrder.check(order);
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(Problem.answer(Status.BAD_REQUEST, e.getMessage(), AskOrder.HINT));
        }
        return Troubles.answered(Uni.createFrom().deferred(() -> {
            RequestPortal portal = portals.chosen(order.instance());
            return portals.account(portal, checked.user())
                    .chain(account -> meant(portal, checked).chain(title -> {
                        var seasons = title.media().kind().equals("series") ? checked.seasons() : List.<Integer>of();
                        var wish = new Wish(title, seasons, checked.uhd(), account.id());
                        return order.dryRun() ? Uni.createFrom().item(plan(portal, account, wish)) : ask(portal, wish);
                    }));
        }));
    }

    private static Uni<Found> meant(RequestPortal portal, Checked order) {
        if (order.media().isPresent()) {
            return portal.find(order.media().get())
                    .map(found -> found.orElseThrow(() -> Portals.refused(
                            Status.NOT_FOUND,
                            portal.name() + " has no such title.",
                            "It takes movie:tmdb:<id>, series:tvdb:<id> and series:tmdb:<id>.")));
        }
        return search(portal, order.title()).map(found -> {
            var meaning = Meaning.of(order.title(), order.kind(), found);
            return meaning.one().orElseThrow(() -> new WebApplicationException(choose(meaning.choices())));
        });
    }

    private static Uni<List<Found>> search(RequestPortal portal, String words) {
        return portal.search(words).chain(found -> {
            var undated = Meaning.undated(words).filter(_ -> found.isEmpty());
            return undated.map(portal::search).orElseGet(() -> Uni.createFrom().item(found));
        });
    }

    private static Response choose(List<Found> choices) {
        if (choices.isEmpty()) {
            return Problem.answer(Status.NOT_FOUND, "Nothing is called so.", "Try fewer words, or a media id.");
        }
        var answer = new Ambiguous(
                "about:blank",
                Status.CONFLICT.getReasonPhrase(),
                Status.CONFLICT.getStatusCode(),
                "That may be any of " + choices.size() + " titles.",
                "Ask again with the media of one of the choices in place of title.",
                choices.stream().map(Choice::of).toList());
        return Response.status(Status.CONFLICT)
                .type(Problem.MEDIA_TYPE)
                .entity(answer)
                .build();
    }

    private static Response plan(RequestPortal portal, Account account, Wish wish) {
        String what = wish.title().title()
                + (wish.uhd() ? " in 4K" : "")
                + (wish.seasons().isEmpty() ? "" : ", seasons " + wish.seasons());
        var step = new Plan.Step(portal.name(), "POST /api/v1/request", "asks for " + what + " as " + account.name());
        return Response.ok(new Plan(List.of(step), null)).build();
    }

    private Uni<Response> ask(RequestPortal portal, Wish wish) {
        return portal.ask(wish)
                .chain(made -> seen.hand(made).replaceWith(() -> Response.status(Status.CREATED)
                        .entity(Asked.of(made, true))
                        .build()))
                .onFailure(Declined.class)
                .recoverWithUni(no -> there(portal, wish, (Declined) no));
    }

    /** What Seerr does not take may be there already. */
    private static Uni<Response> there(RequestPortal portal, Wish wish, Declined no) {
        return portal.requests().map(all -> all.stream()
                .filter(one -> isSame(one, wish))
                .findFirst()
                .map(one -> Response.ok(Asked.of(one, false)).build())
                .orElseGet(() -> Troubles.answer(no)));
    }

    private static boolean isSame(RequestSeen one, Wish wish) {
        boolean title = one.media().equals(wish.title().media());
        boolean alive = one.state() != RequestState.DECLINED && one.asked().uhd() == wish.uhd();
        return title && alive && one.asked().seasons().containsAll(wish.seasons());
    }
}
