package conveyarr.library.in;

import conveyarr.events.Episodes;
import conveyarr.flow.Alone;
import conveyarr.flow.Turn;
import conveyarr.library.LibraryCatalogue;
import conveyarr.library.LibraryFlow;
import conveyarr.library.core.Stocked;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.ArrShelf.Stock;
import conveyarr.upstream.Upstreams;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Goes through the whole library of each *arr once a day, and finds what no event told. A library that cannot be read to its end deletes nothing. */
@ApplicationScoped
class Stocktaking {
    private static final Logger LOGGER = Logger.getLogger(Stocktaking.class);
    private static final int TITLES_AT_ONCE = 200;

    private final Upstreams upstreams;
    private final LibraryCatalogue catalogue;
    private final Unheard unheard;
    private final Duration every;
    private final Alone alone;

    Stocktaking(
            LibraryFlow flow,
            Upstreams upstreams,
            LibraryCatalogue catalogue,
            Unheard unheard,
            @ConfigProperty(name = "conveyarr.library.stocktaking-every", defaultValue = "24h") Duration every) {
        this.upstreams = upstreams;
        this.catalogue = catalogue;
        this.unheard = unheard;
        this.every = every;
        this.alone = new Alone(flow, "stock");
    }

    @Scheduled(
            every = "{conveyarr.library.stocktaking-clock:60s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return alone.each(upstreams.all(ArrApp.class), ArrApp::name, (arr, turn) -> arr.shelf()
                .map(shelf -> whenDue(new Round(arr, shelf, turn, Instant.now())))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private record Round(ArrApp arr, ArrShelf shelf, Turn turn, Instant at) {
        String instance() {
            return arr.name();
        }
    }

    private Uni<Void> whenDue(Round round) {
        return catalogue
                .lastTaken(round.instance())
                .chain(last -> last.plus(every).isAfter(round.at())
                        ? Uni.createFrom().voidItem()
                        : unheard.since(round.instance(), round.at()).chain(since -> take(round, since)));
    }

    private Uni<Void> take(Round round, Instant since) {
        String instance = round.instance();
        var news = new ArrayList<Stock>();
        return round.shelf()
                .stock()
                .onItem()
                .invoke(files -> files.stream()
                        .filter(one -> Unheard.isNews(one, since, round.at()))
                        .forEach(news::add))
                .group()
                .intoLists()
                .of(TITLES_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(titles -> keep(instance, titles, round.at()))
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(files -> LOGGER.infof("stock.taken instance=%s files=%d", instance, files))
                .chain(files -> catalogue.taken(instance, round.at(), files))
                .chain(() -> unheard.tell(round.arr(), news, round.at(), round.turn()));
    }

    private Uni<Integer> keep(String instance, List<List<Stock>> titles, Instant now) {
        var files = titles.stream()
                .flatMap(List::stream)
                .map(one -> stocked(instance, one))
                .toList();
        return files.isEmpty()
                ? Uni.createFrom().item(0)
                : catalogue.keep(files, now).replaceWith(files.size());
    }

    private static Stocked stocked(String instance, Stock one) {
        var file = one.file();
        var marks = file.marks();
        return new Stocked(
                instance,
                file.path(),
                one.media().value(),
                one.title().title(),
                one.title().year().orElse(null),
                marks.quality().orElse(null),
                marks.release().orElse(null),
                marks.edition().orElse(null),
                file.episodes()
                        .map(Episodes::codes)
                        .map(codes -> String.join(",", codes))
                        .orElse(null),
                file.bytes(),
                file.addedAt());
    }
}
