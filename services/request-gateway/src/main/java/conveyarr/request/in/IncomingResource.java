package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.request.Hooks;
import conveyarr.request.Outcomes;
import conveyarr.request.Replays;
import conveyarr.request.core.HookQuery;
import conveyarr.request.core.KeptHook;
import conveyarr.request.in.HookDetail.Sequel;
import conveyarr.request.in.IncomingViews.Item;
import conveyarr.request.in.IncomingViews.Page;
import conveyarr.upstream.HookReader.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;

/** The hooks that came in, newest first: those that were kept and those that were turned away. */
@Path("/api/v1/events/incoming")
@Produces(MediaType.APPLICATION_JSON)
public final class IncomingResource {
    private final Hooks hooks;
    private final Outcomes outcomes;
    private final Replays replays;
    private final Rejections rejections;

    IncomingResource(Hooks hooks, Outcomes outcomes, Replays replays, Rejections rejections) {
        this.hooks = hooks;
        this.outcomes = outcomes;
        this.replays = replays;
        this.rejections = rejections;
    }

    @GET
    public Uni<Response> list(@BeanParam IncomingFilter filter) {
        HookQuery query;
        try {
            query = filter.query();
        } catch (IllegalArgumentException e) {
            return Uni.createFrom()
                    .item(Problem.answer(Response.Status.BAD_REQUEST, e.getMessage(), IncomingFilter.HINT));
        }
        // One more than asked for tells whether there is a next page.
        return hooks.find(query.limit(query.limit() + 1))
                .map(kept -> Stream.concat(
                        kept.stream().map(IncomingViews::item),
                        rejections.all().stream()
                                .map(IncomingViews::item)
                                .filter(item -> IncomingFilter.matches(item, query))))
                .map(items -> Response.ok(page(items, query.limit())).build())
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    private static Page page(Stream<Item> items, int limit) {
        List<Item> sorted = items.sorted(Comparator.comparing(Item::id).reversed())
                .limit(limit + 1L)
                .toList();
        boolean more = sorted.size() > limit;
        List<Item> shown = more ? sorted.subList(0, limit) : sorted;
        return new Page(shown, more ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@RestPath UUID id) {
        Optional<HookDetail> rejected = rejections.all().stream()
                .filter(rejection -> rejection.receipt().equals(id))
                .findFirst()
                .map(HookDetail::of);
        if (rejected.isPresent()) {
            return Uni.createFrom().item(Response.ok(rejected.get()).build());
        }
        return hooks.find(id)
                .chain(found ->
                        found.map(this::shown).orElseGet(() -> Uni.createFrom().item(unknown(id))))
                .onFailure()
                .recoverWithItem(Away::answer);
    }

    private Uni<Response> shown(KeptHook hook) {
        Reading reading = hooks.read(hook.delivery());
        return outcomes.of(reading)
                .chain(told -> replays.of(hook.delivery().receipt())
                        .map(again -> HookDetail.of(hook, reading, new Sequel(told, again))))
                .map(detail -> Response.ok(detail).build());
    }

    static Response unknown(UUID id) {
        return Problem.answer(
                Response.Status.NOT_FOUND,
                "There is no hook " + id + ".",
                "GET /api/v1/events/incoming lists them; they are kept for 30 days.");
    }
}
