package conveyarr.upstream.arr;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.ArrShelf;
import conveyarr.upstream.Words;
import conveyarr.upstream.arr.ArrShelfApi.Episode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The library of a program of the family in our words. */
record ArrLibrary(Dialect dialect, ArrShelfApi api, InstantSource clock) implements ArrShelf {
    /** The question is by TVDB id, and only Sonarr has series. */
    @Override
    public Uni<Optional<Airings>> airings(MediaId series) {
        if (!series.kind().equals("series")) {
            return Uni.createFrom().item(Optional.empty());
        }
        long tvdbId = Long.parseLong(series.externalId());
        return api.series(dialect.version(), tvdbId)
                .map(found ->
                        found.stream().filter(one -> one.tvdbId() == tvdbId).findFirst())
                .chain(one ->
                        one.map(this::airings).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Airings>> airings(ArrShelfApi.Series series) {
        Instant now = clock.instant();
        boolean ended = series.ended() || "ended".equals(series.status());
        return api.episodes(dialect.version(), series.id())
                .map(all -> Optional.of(new Airings(
                        ended, all.stream().map(one -> airing(one, now)).toList())));
    }

    private static Airing airing(Episode one, Instant now) {
        boolean aired = one.airDateUtc() != null && !one.airDateUtc().isAfter(now);
        return new Airing(
                new Episodes.Number(one.seasonNumber(), one.episodeNumber()),
                aired,
                one.hasFile(),
                Optional.ofNullable(one.episodeFile()).map(ArrShelfApi.File::dateAdded),
                !Boolean.FALSE.equals(one.monitored()));
    }

    /** What it has against each release for the title; of a series, for the first season that lacks what was aired. */
    Uni<List<List<String>>> refusals(ListedTitle title) {
        return season(title)
                .chain(season -> api.releases(dialect.version(), dialect.verbs().releasesFor(title.number(), season)))
                .map(offers -> offers.stream().map(ArrLibrary::reasons).toList());
    }

    private Uni<Optional<Integer>> season(ListedTitle title) {
        return airings(title.media())
                .map(all -> all.flatMap(airings -> airings.episodes().stream()
                        .filter(one -> one.aired()
                                && one.wanted()
                                && !one.there()
                                && one.number().season() > 0)
                        .map(one -> one.number().season())
                        .min(Integer::compare)));
    }

    private static List<String> reasons(ArrShelfApi.Offer offer) {
        if (!offer.rejected()) {
            return List.of();
        }
        return offer.rejections() == null || offer.rejections().isEmpty()
                ? List.of("no reason given")
                : offer.rejections().stream().map(Words::reason).toList();
    }

    /** All titles, however long the list is. */
    Uni<List<ListedTitle>> listed() {
        var verbs = dialect.verbs();
        return api.titles(dialect.version(), verbs.shelf()).map(titles -> titles.stream()
                .flatMap(title -> verbs.listed(title, clock.instant()).stream())
                .toList());
    }

    @Override
    public Uni<List<Root>> roots() {
        return api.rootFolders(dialect.version()).map(all -> all.stream()
                .map(one -> new Root(
                        one.path(), !Boolean.FALSE.equals(one.accessible()), Optional.ofNullable(one.freeSpace())))
                .toList());
    }

    @Override
    public Uni<List<Disk>> disks() {
        return api.disks(dialect.version()).map(all -> all.stream()
                .map(one -> new Disk(one.path(), one.freeSpace(), one.totalSpace()))
                .toList());
    }

    @Override
    public Multi<List<Stock>> stock() {
        return new ArrStock(dialect, api).all();
    }
}
