package conveyarr.request.in;

import conveyarr.request.SavedConnections;
import conveyarr.request.core.Origin;
import conveyarr.upstream.Draft;
import conveyarr.upstream.Upstreams;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the settings of the connections are shown: those that are saved as they will be, all others as they are. */
@Singleton
class SettingsViews {
    private final Upstreams upstreams;
    private final SavedConnections saved;

    SettingsViews(Upstreams upstreams, SavedConnections saved) {
        this.upstreams = upstreams;
        this.saved = saved;
    }

    Set<String> names() {
        return saved.all().keySet();
    }

    /** Of one that this process does not know yet. */
    Optional<String> kind(String name) {
        return Optional.ofNullable(saved.all().get(name)).map(settings -> settings.getOrDefault("kind", name));
    }

    SettingsView of(String name) {
        var origins = saved.origins(name);
        Optional<Entry> kept = Optional.ofNullable(saved.all().get(name)).map(Draft::new);
        Optional<Entry> at = kept.or(() -> upstreams.entry(name));
        return new SettingsView(
                at.flatMap(Entry::url).map(SettingsViews::shown),
                at.flatMap(Entry::username),
                at.filter(entry ->
                                entry.apiKey().isPresent() || entry.password().isPresent())
                        .isPresent(),
                at.filter(Entry::behindVpn).isPresent(),
                origins,
                origins.values().stream().allMatch(Origin::isSaved) && kept.isPresent(),
                saved.change(name).name().toLowerCase(Locale.ROOT));
    }

    /** Without what somebody wrote before the host. */
    private static String shown(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }
}
