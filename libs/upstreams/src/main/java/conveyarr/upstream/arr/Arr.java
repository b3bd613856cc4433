package conveyarr.upstream.arr;

import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrOrder;
import conveyarr.upstream.ArrPresent;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.Sighting;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A program of the family in our words. */
record Arr(String name, Dialect dialect, ArrApi api, ArrLibrary library, OneAnswer oneAnswer, InstantSource clock)
        implements ArrApp {
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

    /** In one answer what surely fits; the rest in pages, since the other answer has none, and each row a whole title. */
    @Override
    public Uni<List<Sighting>> history(Instant since) {
        Instant second = since.truncatedTo(ChronoUnit.SECONDS);
        var found = oneAnswer.holds(second, clock.instant()) ? atOnce(second) : paged(second);
        return found.map(ArrHistory::sightings);
    }

    private Uni<ArrHistory> atOnce(Instant since) {
        return api.historySince(dialect.version(), since.toString(), dialect.include())
                .invoke(() -> oneAnswer.known(since, clock.instant()))
                .map(ArrHistory.of(dialect, name)::read);
    }

    private Uni<ArrHistory> paged(Instant since) {
        var pages = new HistoryPages(ArrHistory.of(dialect, name), since, HistoryPages.MOST);
        var newestFirst = HistoryPages.newestFirst(dialect.include());
        return Multi.createBy()
                .repeating()
                .uni(AtomicInteger::new, page -> api.history(dialect.version(), page.incrementAndGet(), newestFirst))
                .whilst(page -> pages.add(rows(page)))
                .collect()
                .last()
                .map(_ -> whole(pages, since));
    }

    private ArrHistory whole(HistoryPages pages, Instant since) {
        var history = pages.history();
        if (pages.isWhole()) {
            oneAnswer.known(since, clock.instant());
        }
        return history;
    }

    private static List<JsonNode> rows(ArrApi.History page) {
        return page.records() == null ? List.of() : page.records();
    }

    @Override
    public Uni<Optional<Instant>> oldestInHistory() {
        return api.history(
                        dialect.version(), 1, Map.of("pageSize", "1", "sortKey", "date", "sortDirection", "ascending"))
                .map(page -> rows(page).stream()
                        .flatMap(row -> ArrHistory.of(dialect, name).line(row).stream())
                        .map(line -> line.row().date())
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
    public Uni<List<List<String>>> refusals(MediaId media) {
        return orders().title(media).chain(title -> title.map(one -> library.refusals(one))
                .orElseGet(() -> Uni.createFrom().item(List.of())));
    }

    @Override
    public Uni<List<ListedTitle>> titles() {
        return library.listed();
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
