package conveyarr.library.out;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.loop.Calls;
import conveyarr.library.core.Airings;
import conveyarr.library.core.Call;
import conveyarr.library.core.Call.Confirm;
import conveyarr.library.core.Call.Count;
import conveyarr.library.core.Call.Scan;
import conveyarr.library.core.Signal;
import conveyarr.library.core.Signal.Asked;
import conveyarr.library.core.Signal.Counted;
import conveyarr.library.core.Signal.Outside;
import conveyarr.library.core.Signal.Unlisted;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.PathMap;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamTrouble.Busy;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks media servers to scan, and *arr apps what they see. Asking twice does no harm. What was taken out of the config is not asked any more. */
public final class LibraryCalls implements Calls<Call> {
    private final Upstreams upstreams;
    private final Function<Signal, Uni<Void>> answered;

    public LibraryCalls(Upstreams upstreams, Function<Signal, Uni<Void>> answered) {
        this.upstreams = upstreams;
        this.answered = answered;
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case Scan scan -> with(MediaServer.class, scan.server(), server -> scan(server, scan));
            case Count count ->
                arr(count.instance()).map(shelf -> count(shelf, count)).orElseGet(() -> nobody(count));
            case Confirm confirm -> shelf(confirm.deleted().occurrence().source(), shelf -> confirm(shelf, confirm));
        };
    }

    /** A server would say yes to a folder that none of its libraries holds, too. */
    private Uni<Void> scan(MediaServer server, Scan scan) {
        String path = server.paths().of(scan.folder());
        var key = NaturalKey.of("scan", scan.because(), scan.folder(), scan.round());
        return server.libraries()
                .onFailure(Nonsense.class)
                .recoverWithItem(List.of())
                .map(all -> all.isEmpty() || all.stream().anyMatch(library -> library.holds(path)))
                .chain(held -> held
                        ? server.scan(path).replaceWith(true)
                        : Uni.createFrom().item(false))
                .chain(asked -> {
                    var now = Occurrence.at(Instant.now(), Via.SELF, scan.server(), key);
                    return answered.apply(asked ? new Asked(now, scan, path) : new Outside(now, scan, path));
                });
    }

    private Uni<Void> count(ArrShelf shelf, Count count) {
        return shelf.airings(count.media())
                .chain(found -> found.map(all -> counted(count, airings(all))).orElseGet(() -> unlisted(count)));
    }

    /** It was taken out of the config: then nothing lacks of what it has just told, but what lacked before is for another to say. */
    private Uni<Void> nobody(Count count) {
        return count.found().isEmpty() ? unlisted(count) : counted(count, Airings.UNKNOWN);
    }

    private Uni<Void> unlisted(Count count) {
        var key = NaturalKey.of("unlisted", count.media(), count.because());
        return answered.apply(new Unlisted(Occurrence.at(Instant.now(), Via.POLL, count.instance(), key), count));
    }

    private Uni<Void> counted(Count count, Airings airings) {
        var key = NaturalKey.of("count", count.media(), count.because());
        var now = Occurrence.at(Instant.now(), Via.POLL, count.instance(), key);
        return answered.apply(new Counted(count.past() ? now.asPast() : now, count, airings));
    }

    private static Airings airings(ArrShelf.Airings all) {
        return new Airings(
                all.ended(),
                all.episodes().stream()
                        .map(one ->
                                new Airings.Airing(one.number(), one.aired(), one.there(), one.since(), one.wanted()))
                        .toList());
    }

    /** While the folder around it is away, nothing is known of the file: we ask again. Of a folder that is no longer the *arr's, nothing ever will be. */
    private Uni<Void> confirm(ArrShelf shelf, Confirm confirm) {
        String path = confirm.deleted().file().path();
        return shelf.roots().chain(all -> {
            var root = all.stream()
                    .filter(one -> PathMap.isWithin(one.path(), path))
                    .findFirst();
            if (root.isPresent() && !root.get().accessible()) {
                throw new Busy(root.get().path() + " is not there: nothing is concluded from a file that is not seen");
            }
            return root.isPresent() ? answered.apply(confirm.deleted().asConfirmed()) : nothing();
        });
    }

    private Uni<Void> shelf(String instance, Function<ArrShelf, Uni<Void>> ask) {
        return arr(instance).map(ask).orElseGet(LibraryCalls::nothing);
    }

    private Optional<ArrShelf> arr(String instance) {
        return upstreams.one(ArrApp.class, instance).flatMap(ArrApp::shelf);
    }

    private <P extends Upstream> Uni<Void> with(Class<P> port, String name, Function<P, Uni<Void>> ask) {
        return upstreams.one(port, name).map(ask).orElseGet(LibraryCalls::nothing);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
