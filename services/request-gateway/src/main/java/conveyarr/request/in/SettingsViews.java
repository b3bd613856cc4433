package conveyarr.request.in;

import conveyarr.flow.config.Origin;
import conveyarr.flow.config.SavedEntries;
import conveyarr.request.SavedConnections;
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
    private final SavedEntries saved;

    SettingsViews(Upstreams upstreams, SavedConnections saved) {
        this.upstreams = upstreams;
        this.saved = saved.entries();
    }

    /** Blocks. */
    void look() {
        saved.look();
    }

    Set<String> names() {
        return saved.all().keySet();
    }

    /** Of one that this process does not know yet. */
    Optional<String> kind(String name) {
        return saved.find(name).map(settings -> settings.getOrDefault("kind", name));
    }

    SettingsView of(String name) {
        var origins = saved.origins(name);
        Optional<Entry> kept = saved.find(name).map(Draft::new);
        Optional<Entry> at = kept.or(() -> upstreams.entry(name));
        return new SettingsView(
                at.flatMap(Entry::kind).orElse(name),
                at.flatMap(Entry::url).map(SettingsViews::shown),
                at.flatMap(Entry::healthUrl).map(SettingsViews::shown),
                at.flatMap(Entry::username),
                at.filter(entry ->
                                entry.apiKey().isPresent() || entry.password().isPresent())
                        .isPresent(),
                at.filter(Entry::behindVpn).isPresent(),
                at.filter(Entry::required).isPresent(),
                origins,
                origins.values().stream().allMatch(Origin::isSaved) && kept.isPresent(),
                saved.change(name).name().toLowerCase(Locale.ROOT));
    }

    /** Without what somebody wrote before the host. */
    private static String shown(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }
}
