package conveyarr.upstream.jellyfin;

import conveyarr.events.MediaId;
import conveyarr.upstream.MediaServer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Jellyfin in our words. */
record Jellyfin(String name, JellyfinApi api) implements MediaServer {
    static final String KIND = "jellyfin";
    private static final int NEWEST = 100;
    private static final int OF_THE_NAME = 200;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Alive> probe() {
        return api.info().map(info -> new Alive(info.version(), "Jellyfin " + info.version()));
    }

    @Override
    public Uni<Void> scan(String path) {
        return api.updated(new JellyfinApi.Updated(List.of(new JellyfinApi.Update(path, "Created"))));
    }

    @Override
    public Uni<Optional<Item>> find(MediaId media, String title) {
        return switch (media.kind()) {
            case "movie" -> find("Movie", media, title);
            case "series" -> find("Series", media, title);
            default -> Uni.createFrom().item(Optional.empty()); // Jellyfin has no MusicBrainz search of ours yet
        };
    }

    /** By its title; under another one, as a server in another language shows it, among the newest. */
    private Uni<Optional<Item>> find(String type, MediaId media, String title) {
        return named(type, media, title)
                .chain(item -> item.isPresent()
                        ? Uni.createFrom().item(item)
                        : api.newest(type, NEWEST).map(found -> among(found, media)));
    }

    /** Without a name the search would list the whole library. */
    private Uni<Optional<Item>> named(String type, MediaId media, String title) {
        return title.isBlank()
                ? Uni.createFrom().item(Optional.empty())
                : api.search(type, title, OF_THE_NAME).map(found -> among(found, media));
    }

    private static Optional<Item> among(JellyfinApi.Items found, MediaId media) {
        return Optional.ofNullable(found.items()).stream()
                .flatMap(List::stream)
                .filter(item -> isSame(item, media))
                .findFirst()
                .map(item -> new Item(item.id(), item.name(), Optional.ofNullable(item.path())));
    }

    /** The second word of a media id, such as {@code tmdb}, is Jellyfin's name of the provider but for capitals. */
    private static boolean isSame(JellyfinApi.Item item, MediaId media) {
        String provider = media.value().split(":")[1];
        return item.providerIds() != null
                && item.providerIds().entrySet().stream()
                        .anyMatch(id -> id.getKey().equalsIgnoreCase(provider)
                                && media.externalId().equals(id.getValue()));
    }
}
