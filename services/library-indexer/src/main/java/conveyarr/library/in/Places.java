package conveyarr.library.in;

import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Library;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says where each media server sees a folder of an *arr, so that the paths can be tried when they are set up. */
@Singleton
class Places {
    private final Upstreams upstreams;

    Places(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /**
     * {@code seen} is the path as the server sees it by our config; {@code library} the one that holds it, absent with a {@code hint} when there is
     * none, or with {@code trouble} when the server does not tell.
     */
    record Place(
            String server,
            String path,
            String seen,
            Optional<String> library,
            Optional<String> hint,
            Optional<String> trouble) {}

    /** Of the root folders of all *arr apps; one that does not answer shows none. */
    Uni<List<Place>> all() {
        return each(upstreams.all(ArrApp.class), Places::roots)
                .map(all -> all.stream().flatMap(List::stream).distinct().toList())
                .chain(paths -> each(paths, this::of))
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private static Uni<List<String>> roots(ArrApp arr) {
        return arr.shelf()
                .map(shelf -> shelf.roots()
                        .map(all -> all.stream().map(ArrShelf.Root::path).toList())
                        .onFailure()
                        .recoverWithItem(List.of()))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    Uni<List<Place>> of(String path) {
        return each(upstreams.all(MediaServer.class), server -> place(server, path));
    }

    private static Uni<Place> place(MediaServer server, String path) {
        String seen = server.paths().of(path);
        return server.libraries()
                .map(all -> found(
                        server,
                        path,
                        all.stream().filter(one -> one.holds(seen)).findFirst()))
                .onFailure()
                .recoverWithItem(trouble -> new Place(
                        server.name(),
                        path,
                        seen,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(String.valueOf(trouble.getMessage()))));
    }

    private static Place found(MediaServer server, String path, Optional<Library> library) {
        var hint = library.isPresent()
                ? Optional.<String>empty()
                : Optional.of(
                        "Add the folder to a library of %s, or say where it sees it: conveyarr.upstreams.%s.paths=%s=<its folder>"
                                .formatted(server.name(), server.name(), path));
        return new Place(
                server.name(), path, server.paths().of(path), library.map(Library::name), hint, Optional.empty());
    }

    private static <A, B> Uni<List<B>> each(List<A> all, Function<A, Uni<B>> ask) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(ask::apply)
                .collect()
                .asList();
    }
}
