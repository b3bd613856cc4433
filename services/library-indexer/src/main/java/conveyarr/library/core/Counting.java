package conveyarr.library.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.events.DomainEvent;
import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.FirstEpisodeAvailable;
import conveyarr.events.LibraryEvent.SeasonCompleted;
import conveyarr.events.LibraryEvent.SeriesCaughtUp;
import conveyarr.events.LibraryEvent.SeriesCompleted;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.library.core.Airings.Airing;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Signal.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which milestones of a series were reached. An episode is there when its *arr has a file of it and nobody waits for it; what was complete
 * before we came is no news, and neither are the specials. What was told is told again only after it was seen incomplete. Where nobody can say
 * what lacks, nothing does.
 */
final class Counting {
    /** A file this young that we have not heard of is being imported now, or was while we were away: we are told of it soon. */
    private static final Duration SOON = Duration.ofDays(1);

    private final LibraryItem item;
    private final Counted counted;
    private final Instant heardOf;
    private final List<Effect> effects = new ArrayList<>();

    private Counting(LibraryItem item, Counted counted) {
        this.item = item;
        this.counted = counted;
        this.heardOf = counted.occurrence().at().minus(SOON);
    }

    static Next<LibraryItem> on(LibraryItem item, Counted counted, Duration recount) {
        return new Counting(item, counted).decided(recount);
    }

    private Next<LibraryItem> decided(Duration recount) {
        boolean lacks = lacks();
        if (regular().findAny().isEmpty()) {
            return next(item, effects); // nothing is known of it there
        }
        var before = item.shelf().progress();
        var later = lacks ? Optional.of(counted.occurrence().at().plus(recount)) : Optional.<Instant>empty();
        var after = new Progress(begun(before), seasons(before), all(before), later);
        return next(item.with(item.shelf().with(after)), effects);
    }

    private boolean lacks() {
        boolean lacks = regular().anyMatch(one -> one.aired() && one.wanted() && !isThere(one));
        if (!lacks) {
            var there = regular().filter(this::isThere).toList();
            int episodes = Math.max(there.size(), counted.count().found().size());
            tell("caught-up", new SeriesCaughtUp(item(), episodes));
        }
        return lacks;
    }

    private boolean begun(Progress before) {
        var shown = item.shelf().shown().map(Episodes::numbers).orElse(List.of());
        boolean earlier = regular().filter(this::isThere).anyMatch(one -> !shown.contains(one.number()));
        var found = counted.count().found();
        if (!before.begun() && !earlier && !found.isEmpty()) {
            tell("begun", new FirstEpisodeAvailable(item(), new Episodes(found)));
        }
        return true;
    }

    private Set<Integer> seasons(Progress before) {
        var complete = new HashSet<Integer>();
        regular().collect(Collectors.groupingBy(one -> one.number().season())).forEach((season, all) -> {
            if (all.stream().allMatch(one -> one.aired() && isThere(one))) {
                boolean fresh = counted.count().found().stream().anyMatch(number -> number.season() == season);
                boolean known = before.seasons().contains(season);
                if (fresh && !known) {
                    tell("season " + season, new SeasonCompleted(item(), season, all.size()));
                }
                if (fresh || known || !before.begun()) {
                    complete.add(season); // else its last episode is not told yet
                }
            }
        });
        return complete;
    }

    private boolean all(Progress before) {
        var aired = regular().filter(Airing::aired).toList();
        boolean complete = !aired.isEmpty() && aired.stream().allMatch(this::isThere);
        if (complete && !before.all()) {
            tell(
                    "all",
                    new SeriesCompleted(item(), aired.size(), counted.airings().ended()));
        }
        return complete;
    }

    private Stream<Airing> regular() {
        return counted.airings().episodes().stream().filter(one -> one.number().season() > 0);
    }

    private boolean isThere(Airing one) {
        Predicate<Part> isIt =
                part -> part.number().filter(one.number()::equals).isPresent();
        boolean waitedFor = item instanceof Waiting w && w.lacking().stream().anyMatch(isIt);
        boolean unheardOf = one.isNewerThan(heardOf) && !item.shelf().shows(one.number());
        return one.there() && !waitedFor && !unheardOf;
    }

    private MediaId item() {
        return counted.media();
    }

    private void tell(String what, DomainEvent event) {
        var seen = counted.occurrence();
        var key = NaturalKey.of("reached", item(), what, counted.count().because());
        var one = Occurrence.at(seen.at(), seen.via(), seen.source(), key);
        effects.add(publish(event, seen.past() ? one.asPast() : one));
    }
}
