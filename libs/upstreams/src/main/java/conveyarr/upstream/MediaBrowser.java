package conveyarr.upstream;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Jellyfin or Emby in our words: both come from one program and speak one API but for the keys and the libraries. */
record MediaBrowser(String name, MediaBrowsers.Maker maker, MediaBrowserApi api, PathMap paths) implements MediaServer {
    private static final int NEWEST = 100;
    private static final int OF_THE_NAME = 200;
    private static final Map<String, String> TYPES =
            Map.of("movie", "Movie", "series", "Series", "album", "MusicAlbum", "book", "Book");

    @Override
    public String kind() {
        return maker.product().toLowerCase(Locale.ROOT);
    }

    @Override
    public Set<String> kinds() {
        return TYPES.keySet();
    }

    @Override
    public Uni<Alive> probe() {
        return api.info().map(info -> new Alive(info.version(), maker.product() + " " + info.version()));
    }

    @Override
    public Uni<Void> scan(String folder) {
        return api.updated(new MediaBrowserApi.Updated(List.of(new MediaBrowserApi.Update(folder, "Created"))));
    }

    @Override
    public Uni<List<Library>> libraries() {
        return switch (maker) {
            case JELLYFIN ->
                api.virtualFolders().map(all -> all.stream()
                        .map(one -> new Library(one.name(), orNone(one.locations())))
                        .toList());
            case EMBY ->
                api.mediaFolders().map(all -> all.stream()
                        .map(one -> new Library(
                                one.name(),
                                orNone(one.subFolders()).stream()
                                        .map(MediaBrowserApi.SubFolder::path)
                                        .toList()))
                        .toList());
        };
    }

    /** By its title; under another one, as a server in another language shows it, among the newest. */
    @Override
    public Uni<Optional<Item>> find(Wanted wanted) {
        String type = TYPES.get(wanted.media().kind());
        if (type == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return named(type, wanted)
                .chain(item -> item.isPresent()
                        ? Uni.createFrom().item(item)
                        : api.newest(type, NEWEST).map(found -> among(found, wanted)))
                .chain(item -> item.isPresent() && type.equals("Series") ? withEpisodes(item.get()) : same(item));
    }

    /** Without a name the search would list the whole library. */
    private Uni<Optional<MediaBrowserApi.Item>> named(String type, Wanted wanted) {
        return wanted.title().isBlank()
                ? Uni.createFrom().item(Optional.empty())
                : api.search(type, wanted.title(), OF_THE_NAME).map(found -> among(found, wanted));
    }

    private Uni<Optional<Item>> withEpisodes(MediaBrowserApi.Item series) {
        return api.episodes(series.id())
                .map(found -> orNone(found.items()).stream()
                        .filter(episode -> !"Virtual".equals(episode.locationType()))
                        .map(MediaBrowser::episode)
                        .toList())
                .map(episodes -> Optional.of(
                        new Item(series.id(), series.name(), Optional.ofNullable(series.path()), episodes)));
    }

    private static Uni<Optional<Item>> same(Optional<MediaBrowserApi.Item> item) {
        return Uni.createFrom().item(item.map(one -> new Item(one.id(), one.name(), Optional.ofNullable(one.path()))));
    }

    private static Episode episode(MediaBrowserApi.Item one) {
        boolean numbered = one.season() != null && one.number() != null;
        int last = numbered && one.lastNumber() != null ? Math.min(one.lastNumber(), one.number() + 20) : 0;
        var numbers = numbered
                ? IntStream.rangeClosed(one.number(), Math.max(one.number(), last))
                        .mapToObj(number -> new Episodes.Number(one.season(), number))
                        .toList()
                : List.<Episodes.Number>of();
        return new Episode(numbers, Optional.ofNullable(one.path()));
    }

    private static Optional<MediaBrowserApi.Item> among(MediaBrowserApi.Items found, Wanted wanted) {
        return orNone(found.items()).stream()
                .filter(item -> isSame(item, wanted.media()) || isInTheFolder(item, wanted))
                .findFirst();
    }

    /** The second word of a media id, such as {@code tmdb}, is the provider's name there but for capitals. */
    private static boolean isSame(MediaBrowserApi.Item item, MediaId media) {
        String provider = media.kind().equals("album")
                ? "musicbrainzreleasegroup"
                : media.value().split(":")[1];
        return item.providerIds() != null
                && item.providerIds().entrySet().stream()
                        .anyMatch(id -> id.getKey().equalsIgnoreCase(provider)
                                && media.externalId().equals(id.getValue()));
    }

    /** Music and books often have no id there that an *arr knows; an album lies in its folder, or around that of one disc. */
    private static boolean isInTheFolder(MediaBrowserApi.Item item, Wanted wanted) {
        boolean byFolder = List.of("album", "book").contains(wanted.media().kind());
        return byFolder
                && item.path() != null
                && (PathMap.isWithin(wanted.folder(), item.path()) || PathMap.isWithin(item.path(), wanted.folder()));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
