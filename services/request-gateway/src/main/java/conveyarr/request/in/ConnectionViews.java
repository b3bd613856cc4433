package conveyarr.request.in;

import conveyarr.request.Ears;
import conveyarr.request.Ears.Sight;
import conveyarr.request.core.Choice;
import conveyarr.request.core.Copies;
import conveyarr.upstream.HookSource.Standing;
import conveyarr.upstream.Upstreams;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** How the connections of the instances are shown. */
@Singleton
class ConnectionViews {
    /** The longest block of any *arr; it does not tell how much of it is left. */
    private static final Duration LONGEST_BLOCK = Duration.ofHours(1);

    private final Upstreams upstreams;
    private final Ears ears;
    private final SettingsViews settings;

    ConnectionViews(Upstreams upstreams, Ears ears, SettingsViews settings) {
        this.upstreams = upstreams;
        this.ears = ears;
        this.settings = settings;
    }

    record Connections(List<Connection> items) {}

    /**
     * {@code state} is ours, foreign, absent, unknown (it has not answered yet), not-configured (its URL or key is missing) or manual (its API does
     * not offer it), or waiting (it is saved, and known from the next start on). {@code blockedUntil} is the latest moment at which it sends again by itself. {@code lastPoll} is when it last told us.
     */
    record Connection(
            String instance,
            String kind,
            String state,
            Optional<String> mode,
            Optional<String> hookUrl,
            List<String> others,
            Optional<Instant> lastHook,
            Optional<Instant> lastPoll,
            Optional<Instant> lastWoken,
            boolean blocked,
            Optional<Instant> blockedUntil,
            Optional<Copies> forwarded,
            Optional<String> trouble,
            SettingsView settings) {}

    /** What the database knows. */
    record Kept(Map<String, Instant> lastHooks, Map<String, Choice> choices, Map<String, Copies> copies) {}

    /** These, after a look at what another process may have saved. Blocks. */
    ConnectionViews fresh() {
        settings.look();
        return this;
    }

    Connections all(Kept kept) {
        var names = new TreeSet<>(upstreams.names());
        names.addAll(settings.names());
        return new Connections(names.stream().map(name -> one(name, kept)).toList());
    }

    Connection one(String name, Kept kept) {
        Sight sight = ears.sight(name);
        Optional<Standing> standing = sight.standing();
        return new Connection(
                name,
                upstreams.kind(name).or(() -> settings.kind(name)).orElse("?"),
                state(name, standing),
                Optional.ofNullable(kept.choices().get(name))
                        .map(choice -> choice.mode().word()),
                standing.flatMap(Standing::url),
                standing.map(Standing::others).orElse(List.of()),
                Optional.ofNullable(kept.lastHooks().get(name)),
                sight.at(),
                sight.wokenAt(),
                sight.blockedSince().isPresent(),
                sight.blockedSince().map(since -> since.plus(LONGEST_BLOCK)),
                Optional.ofNullable(kept.copies().get(name)),
                sight.trouble(),
                settings.of(name));
    }

    private String state(String name, Optional<Standing> standing) {
        if (isWaiting(name)) {
            return "waiting";
        }
        if (!isSource(name)) {
            boolean lacks = upstreams.notConfigured().stream()
                    .anyMatch(missing -> missing.instance().equals(name));
            return lacks ? "not-configured" : "manual";
        }
        return standing.map(now -> now.state().name().toLowerCase(Locale.ROOT)).orElse("unknown");
    }

    /** Whether it is saved, and known from the next start on. */
    boolean isWaiting(String name) {
        return settings.names().contains(name) && !upstreams.names().contains(name);
    }

    private boolean isSource(String name) {
        return upstreams.hookSources().stream().anyMatch(source -> source.name().equals(name));
    }

    /** Why the hooks of this instance cannot be set up by us. */
    Optional<String> obstacle(String name) {
        return upstreams.notConfigured().stream()
                .filter(missing -> missing.instance().equals(name))
                .findFirst()
                .map(missing -> missing.key() + " is missing");
    }
}
