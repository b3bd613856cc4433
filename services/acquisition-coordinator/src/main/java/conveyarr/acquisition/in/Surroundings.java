package conveyarr.acquisition.in;

import conveyarr.acquisition.Vigils;
import conveyarr.acquisition.core.cause.Evidence.Complaint;
import conveyarr.acquisition.core.cause.Evidence.Quiet;
import conveyarr.acquisition.core.cause.Evidence.Role;
import conveyarr.upstream.Indexers;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the programs around an *arr say of themselves: the indexer managers, and the VPN that they may be behind. */
@Singleton
class Surroundings {
    /** What one round of the clock found. */
    record Found(List<Complaint> complaints, List<Quiet> quiet) {
        static final Found NOTHING = new Found(List.of(), List.of());

        Found and(Found other) {
            return new Found(
                    Stream.concat(complaints.stream(), other.complaints.stream())
                            .toList(),
                    Stream.concat(quiet.stream(), other.quiet.stream()).toList());
        }
    }

    private final Upstreams upstreams;
    private final Vigils vigils;

    Surroundings(Upstreams upstreams, Vigils vigils) {
        this.upstreams = upstreams;
        this.vigils = vigils;
    }

    Uni<Found> look(Instant now) {
        return vigils.vpnDown(now).chain(down -> Multi.createFrom()
                .iterable(upstreams.all(Indexers.class))
                .onItem()
                .transformToUniAndConcatenate(manager -> look(manager, down))
                .collect()
                .with(Collectors.reducing(Found.NOTHING, Found::and)));
    }

    private Uni<Found> look(Indexers manager, boolean vpnDown) {
        if (vpnDown && upstreams.isBehindVpn(manager.name())) {
            return Uni.createFrom()
                    .item(new Found(List.of(), List.of(new Quiet(manager.name(), Role.INDEXERS, "VPN down", true))));
        }
        return manager.complaints()
                .map(all -> new Found(
                        all.stream()
                                .map(one -> new Complaint(manager.name(), one.check(), one.error(), one.words()))
                                .toList(),
                        List.of()))
                .onFailure()
                .recoverWithItem(trouble -> quiet(manager.name(), Role.INDEXERS, trouble));
    }

    static Found quiet(String name, Role role, Throwable trouble) {
        return new Found(List.of(), List.of(new Quiet(name, role, String.valueOf(trouble.getMessage()), false)));
    }
}
