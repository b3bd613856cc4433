package conveyarr.upstream.plex;

import conveyarr.events.Episodes;
import conveyarr.events.MediaId;
import conveyarr.upstream.MediaServer;
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

    private static boolean isOld(String guid, MediaId media) {
        var old = OLD_GUID.matcher(guid);
        boolean ofItsProvider = guid.contains(media.kind().equals("movie") ? "themoviedb" : "thetvdb");
        return ofItsProvider && old.matches() && old.group(1).equals(media.externalId());
    }

    static MediaServer.Item item(PlexApi.Item item) {
        return new MediaServer.Item(item.ratingKey(), item.title(), files(item).findFirst());
    }

    static MediaServer.Item withEpisodes(PlexApi.Item series, List<PlexApi.Item> leaves) {
        var episodes = leaves.stream().map(Items::episode).toList();
        return new MediaServer.Item(series.ratingKey(), series.title(), Optional.empty(), episodes);
    }

    /** A file of two episodes is listed with each of them. */
    private static MediaServer.Episode episode(PlexApi.Item leaf) {
        var number = leaf.parentIndex() == null || leaf.index() == null
                ? List.<Episodes.Number>of()
                : List.of(new Episodes.Number(leaf.parentIndex(), leaf.index()));
        return new MediaServer.Episode(number, files(leaf).findFirst());
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
