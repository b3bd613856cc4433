package conveyarr.library.in;

import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** How full the disks are, as each *arr sees them. */
@Singleton
class Disks {
    private final Upstreams upstreams;

    Disks(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** {@code roots} are the folders of its library; {@code trouble} when it does not tell. */
    record OfInstance(
            String instance, List<ArrShelf.Disk> disks, List<ArrShelf.Root> roots, Optional<String> trouble) {}

    Uni<List<OfInstance>> all() {
        return Multi.createFrom()
                .iterable(upstreams.all(ArrApp.class))
                .filter(arr -> arr.shelf().isPresent())
                .onItem()
                .transformToUniAndConcatenate(arr -> of(arr.name(), arr.shelf().orElseThrow()))
                .collect()
                .asList();
    }

    private static Uni<OfInstance> of(String instance, ArrShelf shelf) {
        return shelf.disks()
                .chain(disks -> shelf.roots().map(roots -> new OfInstance(instance, disks, roots, Optional.empty())))
                .onFailure()
                .recoverWithItem(trouble -> new OfInstance(
                        instance, List.of(), List.of(), Optional.of(String.valueOf(trouble.getMessage()))));
    }
}
