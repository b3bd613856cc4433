package conveyarr.request.in;

import conveyarr.events.LibraryEvent;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.flow.Alone;
import conveyarr.flow.Received;
import conveyarr.request.NewsConfig;
import conveyarr.request.RequestFlow;
import conveyarr.request.core.News;
import conveyarr.upstream.RequestPortal;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Has every Seerr look at the library when something became available, so that its people see it at once. What is forgotten over a restart Seerr
 * finds by itself, within minutes.
 */
@ApplicationScoped
class NewsClock {
    private final Portals portals;
    private final NewsConfig config;
    private final Alone alone;
    private final AtomicReference<News> news = new AtomicReference<>(News.NONE);

    NewsClock(RequestFlow flow, Portals portals, NewsConfig config) {
        this.portals = portals;
        this.config = config;
        this.alone = new Alone(flow, "news");
    }

    Uni<Void> heard(Received<LibraryEvent> received) {
        if (received.event() instanceof MediaBecameAvailable
                && !received.occurrence().past()) {
            news.updateAndGet(known -> known.heard(Instant.now()));
        }
        return Uni.createFrom().voidItem();
    }

    @Scheduled(
            every = "{conveyarr.request.tell-seerr.clock:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        Instant now = Instant.now();
        if (!config.enabled() || !news.get().isDue(now, config.pause())) {
            return Uni.createFrom().voidItem();
        }
        return alone.each(portals.all(), RequestPortal::name, (portal, _) -> {
            news.updateAndGet(known -> known.toldAt(now));
            return portal.lookAtLibrary()
                    .onFailure()
                    .invoke(() -> news.updateAndGet(known -> known.heard(Instant.now())));
        });
    }
}
