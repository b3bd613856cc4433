package conveyarr.health.timeline;

import conveyarr.events.AcquisitionEvent.AcquisitionStarted;
import conveyarr.events.AcquisitionEvent.ReleaseGrabbed;
import conveyarr.events.DomainEvent;
import conveyarr.events.DownloadEvent.DownloadStarted;
import conveyarr.events.MediaId;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the events say of the title itself: its name, who asked for it and what exactly. The newest word counts. */
public record Facts(
        Name name, String kind, Optional<String> scope, Optional<String> requestedBy, List<RequestId> requests) {
    public record Name(String title, Optional<Integer> year) {}

    static Facts of(MediaId media, List<DomainEvent> story) {
        var asked = all(story, MediaRequested.class);
        var newest = asked.stream().reduce((_, last) -> last);
        return new Facts(
                name(media, story),
                kind(media),
                newest.flatMap(Facts::scope),
                newest.map(MediaRequested::requestedBy),
                asked.stream().map(MediaRequested::request).distinct().toList());
    }

    /** What a search may find it by, in lower case: titles, releases, ids. */
    static String words(MediaId media, List<DomainEvent> story) {
        Set<String> words = new LinkedHashSet<>(List.of(media.value()));
        all(story, MediaRequested.class).forEach(e -> words.add(e.title()));
        all(story, AcquisitionStarted.class).forEach(e -> words.add(e.title()));
        all(story, ReleaseGrabbed.class).forEach(e -> words.addAll(List.of(e.release(), e.download())));
        all(story, DownloadStarted.class)
                .forEach(e -> words.addAll(List.of(e.name(), e.download().hash())));
        return String.join("\n", words).toLowerCase(Locale.ROOT);
    }

    private static Name name(MediaId media, List<DomainEvent> story) {
        var names = new ArrayList<Name>();
        all(story, DownloadStarted.class).forEach(e -> names.add(new Name(e.name(), Optional.empty())));
        all(story, AcquisitionStarted.class).forEach(e -> names.add(new Name(e.title(), e.year())));
        all(story, MediaRequested.class).forEach(e -> names.add(new Name(e.title(), e.year())));
        // Seerr gives the id in place of a title that it could not look up.
        names.removeIf(name -> name.title().isBlank() || name.title().strip().equals(media.value()));
        return names.isEmpty() ? new Name(media.value(), Optional.empty()) : names.getLast();
    }

    private static String kind(MediaId media) {
        return media.kind().equals("series") ? "tv" : media.kind();
    }

    private static Optional<String> scope(MediaRequested asked) {
        var seasons = asked.seasons().stream().sorted().map(number -> String.format(Locale.ROOT, "S%02d", number));
        String parts = Stream.concat(seasons, asked.uhd() ? Stream.of("4K") : Stream.empty())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private static <E extends DomainEvent> List<E> all(List<DomainEvent> story, Class<E> type) {
        return story.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
