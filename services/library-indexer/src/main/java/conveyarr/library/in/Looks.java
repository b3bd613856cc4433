package conveyarr.library.in;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.library.core.LibraryItem.Waiting;
import conveyarr.library.core.Part;
import conveyarr.library.core.Signal;
import conveyarr.library.core.Signal.Listed;
import conveyarr.library.core.Signal.Missing;
import conveyarr.library.core.TitleFiles;
import conveyarr.upstream.MediaServer;
import conveyarr.upstream.MediaServer.Item;
import conveyarr.upstream.MediaServer.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/** One look at a media server: what is asked for, and what the answer says of it. */
final class Looks {
    private Looks() {}

    static Wanted wanted(MediaServer server, MediaId media, Waiting waiting) {
        String file = waiting.lacking().getFirst().file();
        return new Wanted(media, waiting.title(), server.paths().of(Part.folder(file)));
    }

    static Occurrence occurrence(MediaServer server, MediaId media) {
        Instant now = Instant.now();
        return Occurrence.at(now, Via.POLL, server.name(), NaturalKey.of("look", media, now.toEpochMilli()));
    }

    static Signal signal(
            MediaServer server, Entry<MediaId, Waiting> waited, Optional<Item> found, Optional<TitleFiles> index) {
        MediaId media = waited.getKey();
        var others = Others.of(waited.getValue(), index, server.paths());
        var there = found.map(item -> there(others, waited.getValue().lacking(), item))
                .orElse(List.of());
        return there.isEmpty()
                ? new Missing(Instant.now(), media, server.name())
                : new Listed(occurrence(server, media), media, found.get().id(), there);
    }

    private static List<Part> there(Others others, List<Part> lacking, Item item) {
        return lacking.stream()
                .filter(part -> part.number().isEmpty()
                        ? !others.areAll(item.files(), part)
                        : item.episodes().stream().anyMatch(episode -> isOne(others, part, episode)))
                .toList();
    }

    /** By its number, or by its file where the server counts otherwise, as for anime. */
    private static boolean isOne(Others others, Part part, MediaServer.Episode episode) {
        boolean same = episode.files().contains(others.paths().of(part.file()));
        return same || episode.numbers().contains(part.number().orElseThrow()) && !others.areAll(episode.files(), part);
    }
}
