package conveyarr.request.in;

import conveyarr.flow.http.Problem;
import conveyarr.request.Hooks;
import conveyarr.request.core.HookQuery;
import conveyarr.request.in.IncomingViews.Detail;
import conveyarr.request.in.IncomingViews.Item;
import conveyarr.request.in.IncomingViews.Page;
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
    private final Rejections rejections;

    IncomingResource(Hooks hooks, Rejections rejections) {
        this.hooks = hooks;
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
        var oneMore = new HookQuery(query.source(), query.type(), query.result(), query.after(), query.limit() + 1);
        return hooks.find(oneMore)
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
        Optional<Detail> rejected = rejections.all().stream()
                .filter(rejection -> rejection.receipt().equals(id))
                .findFirst()
                .map(IncomingViews::detail);
        if (rejected.isPresent()) {
            return Uni.createFrom().item(Response.ok(rejected.get()).build());
        }
        return hooks.find(id)
                .map(found -> found.map(hook -> IncomingViews.detail(hook, hooks.read(hook.delivery())))
                        .map(detail -> Response.ok(detail).build())
                        .orElseGet(() -> Problem.answer(
                                Response.Status.NOT_FOUND,
                                "There is no hook " + id + ".",
                                "GET /api/v1/events/incoming lists them.")))
                .onFailure()
                .recoverWithItem(Away::answer);
    }
}
