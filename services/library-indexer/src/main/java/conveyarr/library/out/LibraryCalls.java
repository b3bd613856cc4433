package conveyarr.library.out;

import conveyarr.flow.loop.Calls;
import conveyarr.library.core.Call;
import conveyarr.library.core.Call.Scan;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Asks media servers to scan. A second scan of the same folder does no harm. */
public final class LibraryCalls implements Calls<Call> {
    private final Upstreams upstreams;
    private final Function<Scan, Uni<Void>> afterwards;

    public LibraryCalls(Upstreams upstreams, Function<Scan, Uni<Void>> afterwards) {
        this.upstreams = upstreams;
        this.afterwards = afterwards;
    }

    @Override
    public Class<Call> family() {
        return Call.class;
    }

    @Override
    public Uni<Void> make(Call call) {
        return switch (call) {
            case Scan scan -> scan(scan);
        };
    }

    /** The path goes as the *arr sees it. A server that was taken out of the config is asked nothing any more. */
    private Uni<Void> scan(Scan scan) {
        return upstreams.all(MediaServer.class).stream()
                .filter(server -> server.name().equals(scan.server()))
                .findFirst()
                .map(server -> server.scan(scan.folder()).chain(() -> afterwards.apply(scan)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
