package conveyarr.health.timeline;

import static conveyarr.health.timeline.Telling.SHOW;

import conveyarr.events.AcquisitionEvent.*;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadCompleted;
import conveyarr.events.DownloadEvent.DownloadStarted;
import conveyarr.events.DownloadId;
import conveyarr.events.Episodes;
import conveyarr.events.LibraryEvent.*;
import conveyarr.events.RequestEvent.*;
import conveyarr.events.RequestId;
import conveyarr.health.Told;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One series at two *arr and one media server, which does what such programs do, at random; everything that is told of it goes to {@code tell}. */
final class SeriesWorld {
    static final List<String> ARRS = List.of("sonarr", "sonarr-4k");
    private static final int EPISODES = 3;
    private final Random random;
    private final Consumer<DomainEvent> tell;
    /** By *arr: the episodes that it wants, those it has a file of, and the cause that it told last. */
    final Map<String, Set<Episodes.Number>> wanted = new HashMap<>();

    final Map<String, Set<Episodes.Number>> files = new HashMap<>();
    final Map<String, CauseFound> causes = new HashMap<>();
    /** By download: at which *arr, and what it holds. */
    private final Map<String, Running> running = new TreeMap<>();

    final Set<Episodes.Number> shown = none();
    final Set<Episodes.Number> overdue = none();
    final Map<RequestId, MediaRequested> pending = new HashMap<>();
    private String newest = ARRS.getFirst();
    private int count;

    private record Running(String arr, Set<Episodes.Number> episodes) {}

    SeriesWorld(Random random, Consumer<DomainEvent> tell) {
        this.random = random;
        this.tell = tell;
        ARRS.forEach(arr -> files.put(arr, none()));
    }

    void step() {
        String arr = ARRS.get(random.nextInt(4) / 3);
        switch (random.nextInt(16)) {
            case 0 -> ask(random.nextInt(2) + 1, arr.equals(ARRS.getLast()));
            case 1, 2 -> decide();
            case 3, 4, 5 -> grab(arr);
            case 6, 7, 8 -> finish(random.nextInt(5) > 0);
            case 9, 10 -> list();
            case 11, 12 -> look(arr);
            case 13 -> late();
            case 14 -> rare(arr);
            default -> upgrade(arr);
        }
    }

    private void rare(String arr) {
        switch (random.nextInt(4)) {
            case 0 -> remove(arr, random.nextBoolean());
            case 1 -> unwant(arr);
            case 2 -> delete(arr);
            default -> trouble(arr);
        }
    }

    private void ask(int season, boolean uhd) {
        var request = new RequestId("seerr", ++count);
        var asked = new MediaRequested(SHOW, request, "Show", Optional.empty(), "p", uhd, List.of(season));
        pending.put(request, asked);
        tell.accept(asked);
    }

    private void decide() {
        for (var request : List.copyOf(pending.values())) {
            if (random.nextInt(8) == 0) {
                pending.remove(request.request());
                tell.accept(
                        random.nextBoolean()
                                ? new RequestDeclined(SHOW, request.request())
                                : new RequestWithdrawn(SHOW, request.request()));
            } else {
                approve(request);
            }
        }
    }

    private void approve(MediaRequested request) {
        pending.remove(request.request());
        String arr = ARRS.get(request.uhd() ? 1 : 0);
        tell.accept(new RequestApproved(SHOW, request.request(), true));
        if (!wanted.containsKey(arr)) {
            wanted.put(arr, none());
            tell.accept(new AcquisitionStarted(SHOW, arr, "Show", Optional.empty()));
        }
        IntStream.rangeClosed(1, EPISODES).forEach(one -> wanted.get(arr)
                .add(new Episodes.Number(request.seasons().getFirst(), one)));
    }

    private void grab(String arr) {
        var lacking = lacking(arr);
        running.values().stream()
                .filter(one -> one.arr().equals(arr))
                .forEach(one -> lacking.removeAll(one.episodes()));
        if (!lacking.isEmpty()) {
            var some = random.nextBoolean() ? Set.of(lacking.iterator().next()) : lacking;
            String download = String.format("%040d", ++count);
            running.put(download, new Running(arr, Set.copyOf(some)));
            tell.accept(
                    new ReleaseGrabbed(SHOW, arr, download, "r", 1, Optional.empty(), 1, Optional.of(numbers(some))));
            tell.accept(new DownloadStarted(SHOW, new DownloadId("qbittorrent", download), "r", 1));
            look(arr);
        }
    }

    private void finish(boolean well) {
        if (running.isEmpty()) {
            return;
        }
        String download = running.keySet().iterator().next();
        var one = running.remove(download);
        if (!well) {
            tell.accept(new ReleaseFailed(SHOW, one.arr(), download, "no"));
        } else {
            tell.accept(new DownloadCompleted(SHOW, new DownloadId("qbittorrent", download)));
            one.episodes().forEach(episode -> imported(one.arr(), episode, false));
        }
        look(one.arr());
    }

    private void imported(String arr, Episodes.Number episode, boolean upgrade) {
        if (wanted.containsKey(arr)) {
            files.get(arr).add(episode);
            newest = arr;
            tell.accept(new FileImported(
                    SHOW, arr, ++count, "/f", 1, Optional.empty(), Optional.empty(), upgrade, only(episode)));
        }
    }

    /** The server lists some of what it is waited for; then an *arr says what lacks, that of the newest file if it still has the series. */
    private void list() {
        var waiting = waiting();
        if (!waiting.isEmpty()) {
            var some = random.nextBoolean() ? Set.of(waiting.iterator().next()) : waiting;
            shown.addAll(some);
            overdue.removeAll(some);
            tell.accept(new MediaBecameAvailable(
                    SHOW, Optional.of("jellyfin"), Optional.of("1"), Optional.of(numbers(some))));
        }
        count();
    }

    private void count() {
        var one = Stream.concat(Stream.of(newest), ARRS.stream())
                .filter(wanted::containsKey)
                .findFirst();
        boolean known = one.isPresent() && held().findAny().isPresent();
        if (known && waiting().isEmpty() && lacking(one.get()).isEmpty()) {
            tell.accept(new SeriesCaughtUp(SHOW, shown.size()));
        }
    }

    private void late() {
        if (overdue.isEmpty() && !waiting().isEmpty()) {
            overdue.addAll(waiting());
            tell.accept(new LibraryOverdue(
                    SHOW, Optional.of("jellyfin"), "NOT_LISTED", "late", false, Optional.of(numbers(overdue))));
        }
    }

    /** Its watch tells a cause when it is another, and that there is none any more. */
    private void look(String arr) {
        var lacking = lacking(arr);
        boolean busy = running.values().stream().anyMatch(one -> one.arr().equals(arr));
        boolean some = wanted.containsKey(arr) && !files.get(arr).isEmpty() && !lacking.isEmpty() && !busy;
        cause(arr, some ? Optional.of(cause(arr, Cause.INCOMPLETE, lacking.toString())) : Optional.empty());
    }

    private void trouble(String arr) {
        if (wanted.containsKey(arr) && !lacking(arr).isEmpty()) {
            cause(arr, Optional.of(cause(arr, "NO_INDEXER_ANSWERS", "no")));
            if (random.nextBoolean()) {
                tell.accept(new AttentionNeeded(
                        SHOW, arr, "SEARCHING", Told.NOON, Duration.ofHours(6), "NO_INDEXER_ANSWERS", "no", ""));
            }
        }
    }

    private void cause(String arr, Optional<CauseFound> now) {
        var before = Optional.ofNullable(causes.get(arr));
        if (!now.equals(before)) {
            now.ifPresentOrElse(found -> causes.put(arr, found), () -> causes.remove(arr));
            tell.accept(now.<DomainEvent>map(found -> found)
                    .orElseGet(() ->
                            new CauseCleared(SHOW, arr, before.orElseThrow().code(), Duration.ofMinutes(1))));
        }
    }

    private static CauseFound cause(String arr, String code, String text) {
        return new CauseFound(SHOW, arr, code, text, arr, true, Told.NOON, "", "");
    }

    private void upgrade(String arr) {
        if (wanted.containsKey(arr) && !files.get(arr).isEmpty()) {
            var episode = files.get(arr).iterator().next();
            tell.accept(new FileDeleted(SHOW, arr, "/f", "upgrade", false, only(episode)));
            imported(arr, episode, true);
        }
    }

    private void delete(String arr) {
        if (!files.get(arr).isEmpty()) {
            var episode = files.get(arr).iterator().next();
            files.get(arr).remove(episode);
            if (held().noneMatch(episode::equals)) {
                shown.remove(episode);
                overdue.remove(episode);
            }
            tell.accept(
                    new FileDeleted(SHOW, arr, "/f", "by-hand", held().findAny().isEmpty(), only(episode)));
        }
    }

    private void unwant(String arr) {
        if (wanted.containsKey(arr)) {
            lacking(arr).stream().findFirst().ifPresent(wanted.get(arr)::remove);
            look(arr);
        }
    }

    private void remove(String arr, boolean withFiles) {
        if (wanted.remove(arr) != null) {
            running.values().removeIf(one -> one.arr().equals(arr));
            while (withFiles && !files.get(arr).isEmpty()) {
                delete(arr);
            }
            causes.remove(arr);
            tell.accept(new AcquisitionRemoved(SHOW, arr, withFiles));
        }
    }

    /** All that was asked for is granted, found, and listed. */
    void settle() {
        pending.values().stream().toList().forEach(this::approve);
        for (String arr : wanted.keySet().stream().sorted().toList()) {
            while (!lacking(arr).isEmpty() || !running.isEmpty()) {
                grab(arr);
                finish(true);
            }
            look(arr);
        }
        while (!waiting().isEmpty()) {
            list();
        }
        count();
    }

    Stream<Episodes.Number> held() {
        return files.values().stream().flatMap(Set::stream);
    }

    private Set<Episodes.Number> waiting() {
        var waiting = sorted(held());
        waiting.removeAll(shown);
        return waiting;
    }

    private Set<Episodes.Number> lacking(String arr) {
        var lacking = sorted(wanted.getOrDefault(arr, Set.of()).stream());
        lacking.removeAll(files.get(arr));
        return lacking;
    }

    private static Set<Episodes.Number> sorted(Stream<Episodes.Number> some) {
        return some.collect(Collectors.toCollection(SeriesWorld::none));
    }

    private static Set<Episodes.Number> none() {
        return new TreeSet<>(Comparator.comparing(Episodes.Number::season).thenComparing(Episodes.Number::episode));
    }

    private static Episodes numbers(Set<Episodes.Number> some) {
        return new Episodes(sorted(some.stream()).stream().toList());
    }

    private static Optional<Episodes> only(Episodes.Number one) {
        return Optional.of(new Episodes(List.of(one)));
    }
}
