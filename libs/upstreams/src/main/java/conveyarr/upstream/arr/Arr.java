package conveyarr.upstream.arr;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrOrder;
import conveyarr.upstream.ArrPresent;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the family in our words. */
record Arr(String name, Dialect dialect, ArrApi api, ArrLibrary library, InstantSource clock) implements ArrApp {
    static final int ALL = 1000;

    @Override
    public String kind() {
        return dialect.app().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<ArrShelf> shelf() {
        return Optional.of(library);
    }

    @Override
    public Uni<Alive> probe() {
        return api.status(dialect.version()).map(status -> {
            if (status.appName() != null && !status.appName().equals(dialect.app())) {
                throw new Nonsense(name + " is not " + dialect.app() + " but " + status.appName());
            }
            return new Alive(status.version(), dialect.app() + " " + status.version());
        });
    }

    @Override
    public Uni<List<Sighting>> history(Instant since) {
        String second = since.truncatedTo(ChronoUnit.SECONDS).toString();
        return api.historySince(dialect.version(), second, dialect.include())
                .map(rows -> ArrHistory.read(dialect, name, rows).sightings());
    }

    @Override
    public Uni<Optional<Instant>> oldestInHistory() {
        return api.history(
                        dialect.version(), 1, Map.of("pageSize", "1", "sortKey", "date", "sortDirection", "ascending"))
                .map(page -> Stream.ofNullable(page.records())
                        .flatMap(List::stream)
                        .map(ArrApi.Moment::date)
                        .flatMap(Stream::ofNullable)
                        .findFirst());
    }

    @Override
    public Uni<List<Sighting>> refusedImports() {
        return api.queue(dialect.version(), 1, ALL, everything(dialect))
                .map(queue -> List.copyOf(new ArrQueue(dialect, name, clock.instant()).refused(queue.records())));
    }

    @Override
    public Uni<ArrPresent> present() {
        return api.queue(dialect.version(), 1, ALL, everything(dialect)).chain(queue -> api.health(dialect.version())
                .map(checks -> new ArrPresent(ArrLook.queue(dialect, queue.records()), ArrLook.complaints(checks))));
    }

    @Override
    public Uni<Optional<ListedTitle>> title(MediaId media) {
        return orders().title(media);
    }

    @Override
    public Uni<Outcome> carryOut(ArrOrder order) {
        return orders().carryOut(order);
    }

    private ArrOrders orders() {
        return new ArrOrders(dialect, api, clock);
    }

    /** The queue hides what belongs to no title unless it is told otherwise. */
    static Map<String, String> everything(Dialect dialect) {
        var include = new LinkedHashMap<String, String>();
        include.put(dialect.unknownToo(), "true");
        include.putAll(dialect.include());
        return include;
    }
}
