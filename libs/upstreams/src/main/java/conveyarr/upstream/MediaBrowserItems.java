package conveyarr.upstream;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.MediaServer.Episode;
import conveyarr.upstream.MediaServer.Wanted;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the items of Jellyfin and Emby say: which is wanted, which files it has, which episodes are in one. */
final class MediaBrowserItems {
    private MediaBrowserItems() {}

    static List<String> files(MediaBrowserApi.Item item, List<MediaBrowserApi.Item> again) {
        var versions = again.stream()
                .filter(one -> item.id().equals(one.id()))
                .flatMap(one -> orNone(one.versions()).stream())
                .map(MediaBrowserApi.Version::path);
        return Stream.concat(file(item), versions)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static Stream<String> file(MediaBrowserApi.Item item) {
        return Stream.ofNullable(item.path());
    }

    static boolean isInside(MediaBrowserApi.Item item, Wanted wanted) {
        return item.path() != null && PathMap.isWithin(wanted.folder(), item.path());
    }

    static Episode episode(MediaBrowserApi.Item one) {
        boolean numbered = one.season() != null && one.number() != null;
        int last = numbered && one.lastNumber() != null ? Math.min(one.lastNumber(), one.number() + 20) : 0;
        var numbers = numbered
                ? IntStream.rangeClosed(one.number(), Math.max(one.number(), last))
                        .mapToObj(number -> new Episodes.Number(one.season(), number))
                        .toList()
                : List.<Episodes.Number>of();
        return new Episode(numbers, Optional.ofNullable(one.path()));
    }

    static Optional<MediaBrowserApi.Item> among(MediaBrowserApi.Items found, Wanted wanted) {
        var all = orNone(found.items()).stream()
                .filter(item -> isSame(item, wanted.media()) || isInTheFolder(item, wanted))
                .toList();
        return all.stream().filter(item -> isInside(item, wanted)).findFirst().or(() -> all.stream()
                .findFirst());
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

    static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
