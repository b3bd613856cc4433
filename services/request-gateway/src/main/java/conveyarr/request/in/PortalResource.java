package conveyarr.request.in;

import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.RequestPortal.Counts;
import conveyarr.upstream.UpstreamTrouble;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** How many requests wait in each Seerr, as it counts them itself. */
@Path("/api/v1/portals")
public final class PortalResource {
    private final Portals portals;

    PortalResource(Portals portals) {
        this.portals = portals;
    }

    /**
     * {@code error} says why there are no counts; {@code announces} are the channels by which it tells people itself that something is available, who
     * would hear it twice.
     */
    record Portal(
            String instance, Optional<Counts> requests, Optional<List<String>> announces, Optional<String> error) {}

    record Items(List<Portal> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Items> all() {
        return Multi.createFrom()
                .iterable(portals.all())
                .onItem()
                .transformToUniAndConcatenate(PortalResource::view)
                .collect()
                .asList()
                .map(Items::new);
    }

    private static Uni<Portal> view(RequestPortal portal) {
        return portal.counts()
                .chain(counts -> announcers(portal)
                        .map(names -> new Portal(portal.name(), Optional.of(counts), names, Optional.empty())))
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(trouble -> new Portal(
                        portal.name(), Optional.empty(), Optional.empty(), Optional.of(trouble.getMessage())));
    }

    /** Only an admin's key may see them. */
    private static Uni<Optional<List<String>>> announcers(RequestPortal portal) {
        return portal.announcers()
                .map(Optional::of)
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(Optional.empty());
    }
}
