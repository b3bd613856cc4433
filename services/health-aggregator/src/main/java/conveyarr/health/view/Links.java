package conveyarr.health.view;

import conveyarr.events.AcquisitionEvent;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.RequestId;
import conveyarr.health.timeline.Entry;
import conveyarr.health.timeline.Timeline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where other programs show a title, as far as their addresses follow from what was told; what does not is not guessed. */
public final class Links {
    private Links() {}

    /** A page of a program. */
    public record Link(String instance, String href) {}

    /** Where people open a program, as the config has it, without a slash at its end. */
    public record Place(String kind, String url) {}

    /** {@code places} is empty for a program that has no address. */
    public static List<Link> of(Timeline timeline, Function<String, Optional<Place>> places) {
        MediaId media = timeline.media();
        var portals = timeline.facts().requests().stream().map(RequestId::instance);
        var managers = newest(timeline, AcquisitionEvent.class)
                .map(entry -> entry.occurrence().source());
        var told = Stream.concat(portals, managers.stream())
                .flatMap(instance -> link(instance, places, kind -> page(kind, media)).stream());
        var server = newest(timeline, MediaBecameAvailable.class)
                .map(entry -> (MediaBecameAvailable) entry.event())
                .flatMap(seen -> seen.server()
                        .flatMap(instance ->
                                link(instance, places, kind -> seen.item().flatMap(item -> item(kind, item)))));
        return Stream.concat(told, server.stream()).distinct().toList();
    }

    private static Optional<Link> link(
            String instance, Function<String, Optional<Place>> places, Function<String, Optional<String>> page) {
        return places.apply(instance)
                .flatMap(place -> page.apply(place.kind()).map(path -> new Link(instance, place.url() + path)));
    }

    private static Optional<String> page(String kind, MediaId media) {
        String id = part(media.externalId());
        return Optional.ofNullable(
                switch (kind + " " + media.kind()) {
                    case "seerr movie", "radarr movie" -> "/movie/" + id;
                    case "lidarr album" -> "/album/" + id;
                    default -> null;
                });
    }

    private static Optional<String> item(String kind, String item) {
        return Optional.ofNullable(
                switch (kind) {
                    case "jellyfin" -> "/web/#/details?id=" + part(item);
                    case "emby" -> "/web/index.html#!/item?id=" + part(item);
                    default -> null;
                });
    }

    private static Optional<Entry> newest(Timeline timeline, Class<?> event) {
        return timeline.entries().reversed().stream()
                .filter(entry -> event.isInstance(entry.event()))
                .findFirst();
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
