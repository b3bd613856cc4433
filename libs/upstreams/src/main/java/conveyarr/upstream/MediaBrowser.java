package conveyarr.upstream;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                        .map(one -> new Library(one.name(), MediaBrowserItems.orNone(one.locations())))
                        .toList());
            case EMBY ->
                api.mediaFolders().map(all -> all.stream()
                        .map(one -> new Library(
                                one.name(),
                                MediaBrowserItems.orNone(one.subFolders()).stream()
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
                        : api.newest(type, NEWEST).map(found -> MediaBrowserItems.among(found, wanted)))
                .chain(item -> item.isPresent() && type.equals("Series")
                        ? withEpisodes(item.get())
                        : item.map(one -> withVersions(one, wanted))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Without a name the search would list the whole library. */
    private Uni<Optional<MediaBrowserApi.Item>> named(String type, Wanted wanted) {
        return wanted.title().isBlank()
                ? Uni.createFrom().item(Optional.empty())
                : api.search(type, wanted.title(), OF_THE_NAME).map(found -> MediaBrowserItems.among(found, wanted));
    }

    private Uni<Optional<Item>> withEpisodes(MediaBrowserApi.Item series) {
        return api.episodes(series.id())
                .map(found -> MediaBrowserItems.orNone(found.items()).stream()
                        .filter(episode -> !"Virtual".equals(episode.locationType()))
                        .map(MediaBrowserItems::episode)
                        .toList())
                .map(episodes -> Optional.of(new Item(
                        series.id(),
                        series.name(),
                        MediaBrowserItems.file(series).toList(),
                        episodes)));
    }

    /** An item shows one of its files; where that is not in the folder, the others are asked for. */
    private Uni<Optional<Item>> withVersions(MediaBrowserApi.Item item, Wanted wanted) {
        var shown = new Item(item.id(), item.name(), Optional.ofNullable(item.path()));
        return !wanted.media().kind().equals("movie") || MediaBrowserItems.isInside(item, wanted)
                ? Uni.createFrom().item(Optional.of(shown))
                : api.one(item.id())
                        .map(found -> Optional.of(new Item(
                                item.id(),
                                item.name(),
                                MediaBrowserItems.files(item, MediaBrowserItems.orNone(found.items())),
                                List.of())))
                        .onFailure()
                        .recoverWithItem(Optional.of(shown));
    }
}
