package conveyarr.upstream.plex;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Wanted;
import conveyarr.upstream.PathMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plex's items in our words. */
final class Items {
    /** What the agents of before 2020 call the providers. */
    private static final Pattern OLD_GUID =
            Pattern.compile("com\\.plexapp\\.agents\\.(?:themoviedb|thetvdb)://(\\d+)(?:[/?].*)?");

    private Items() {}

    static boolean isSame(PlexApi.Item item, MediaId media) {
        String wanted = media.value().split(":")[1] + "://" + media.externalId();
        boolean byGuid = orNone(item.guids()).stream().anyMatch(guid -> wanted.equals(guid.id()));
        return byGuid || item.guid() != null && isOld(item.guid(), media);
    }

    /** Those with the id of the title, and of them what lies in the folder of the file before the others. */
    static Stream<PlexApi.Item> sameFirst(List<PlexApi.Item> found, Wanted wanted) {
        var same = found.stream().filter(item -> isSame(item, wanted.media())).toList();
        return Stream.concat(
                same.stream().filter(item -> files(item).anyMatch(file -> PathMap.isWithin(wanted.folder(), file))),
                same.stream());
    }

    static Optional<MediaServer.Item> best(List<Optional<MediaServer.Item>> bySection, Wanted wanted) {
        var all = bySection.stream().flatMap(Optional::stream).toList();
        return all.stream().filter(item -> isInside(item, wanted)).findFirst().or(() -> all.stream()
                .findFirst());
    }

    private static boolean isInside(MediaServer.Item item, Wanted wanted) {
        return Stream.concat(
                        item.files().stream(), item.episodes().stream().flatMap(episode -> episode.files().stream()))
                .anyMatch(file -> PathMap.isWithin(wanted.folder(), file));
    }

    private static boolean isOld(String guid, MediaId media) {
        var old = OLD_GUID.matcher(guid);
        boolean ofItsProvider = guid.contains(media.kind().equals("movie") ? "themoviedb" : "thetvdb");
        return ofItsProvider && old.matches() && old.group(1).equals(media.externalId());
    }

    static MediaServer.Item item(PlexApi.Item item) {
        return new MediaServer.Item(item.ratingKey(), item.title(), files(item).toList(), List.of());
    }

    static MediaServer.Item withEpisodes(PlexApi.Item series, List<PlexApi.Item> leaves) {
        var episodes = leaves.stream().map(Items::episode).toList();
        return new MediaServer.Item(series.ratingKey(), series.title(), List.of(), episodes);
    }

    /** A file of two episodes is listed with each of them. */
    private static MediaServer.Episode episode(PlexApi.Item leaf) {
        var number = leaf.parentIndex() == null || leaf.index() == null
                ? List.<Episodes.Number>of()
                : List.of(new Episodes.Number(leaf.parentIndex(), leaf.index()));
        return new MediaServer.Episode(number, files(leaf).toList());
    }

    static Stream<String> files(PlexApi.Item item) {
        return orNone(item.media()).stream()
                .flatMap(media -> orNone(media.parts()).stream())
                .map(PlexApi.Part::file)
                .filter(file -> file != null);
    }

    static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
