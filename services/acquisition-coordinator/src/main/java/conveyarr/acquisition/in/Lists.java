package conveyarr.acquisition.in;

import conveyarr.acquisition.core.handover.Homes;
import conveyarr.acquisition.core.handover.Signal.Sight;
import conveyarr.acquisition.core.handover.Signal.Sight.Found;
import conveyarr.acquisition.core.handover.Signal.Sight.Missing;
import conveyarr.acquisition.core.handover.Signal.Sight.Nobody;
import conveyarr.acquisition.core.handover.Signal.Sight.NoneSetUp;
import conveyarr.acquisition.core.handover.Signal.Sight.Unanswered;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.UpstreamTrouble;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whether a title is on the list of an *arr. Who has it settles it; otherwise all have to answer. */
@Singleton
class Lists {
    private final Upstreams upstreams;

    Lists(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    Uni<Sight> lookFor(MediaId media, boolean uhd) {
        List<ArrApp> all = kind(media)
                .map(kind -> upstreams.all(ArrApp.class).stream()
                        .filter(arr -> arr.kind().equals(kind))
                        .toList())
                .orElse(List.of());
        var homes = Homes.of(all.stream().map(ArrApp::name).toList(), uhd);
        return Multi.createFrom()
                .iterable(all)
                .filter(arr -> homes.contains(arr.name()))
                .onItem()
                .transformToUniAndConcatenate(arr -> ask(arr, media))
                .collect()
                .asList()
                .map(sights -> together(sights, missing(media, homes)));
    }

    /** Seerr hands on movies and series alone; a series that TVDB does not know is on no list under a name that we share. */
    private static Optional<String> kind(MediaId media) {
        return switch (media.value().replaceFirst(":[^:]*$", "")) {
            case "movie:tmdb" -> Optional.of("radarr");
            case "series:tvdb" -> Optional.of("sonarr");
            default -> Optional.empty();
        };
    }

    private static Uni<Sight> ask(ArrApp arr, MediaId media) {
        return arr.title(media)
                .<Sight>map(title -> title.isPresent() ? new Found(arr.name()) : new Missing(List.of(arr.name())))
                .onFailure(UpstreamTrouble.class)
                .recoverWithItem(trouble -> new Unanswered(trouble.getMessage()));
    }

    private static Sight missing(MediaId media, List<String> homes) {
        return homes.isEmpty()
                ? kind(media)
                        .<Sight>map(kind -> new NoneSetUp(kind.equals("sonarr") ? "Sonarr" : "Radarr"))
                        .orElseGet(Nobody::new)
                : new Missing(homes);
    }

    private static Sight together(List<Sight> sights, Sight missing) {
        return first(sights, Found.class)
                .or(() -> first(sights, Unanswered.class))
                .orElse(missing);
    }

    private static Optional<Sight> first(List<Sight> sights, Class<? extends Sight> type) {
        return sights.stream().filter(type::isInstance).findFirst();
    }
}
