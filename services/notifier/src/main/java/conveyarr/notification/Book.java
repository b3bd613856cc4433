package conveyarr.notification;

import conveyarr.flow.wire.Json;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.rule.Check;
import conveyarr.notification.core.rule.Mute;
import conveyarr.notification.core.rule.OwnText;
import conveyarr.notification.core.rule.Person;
import conveyarr.notification.core.rule.Rulebook;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.out.SettingRows;
import conveyarr.notification.text.Texts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the owner wants told: the file's word, and in its place what was set through the API. */
@Singleton
public class Book {
    public static final String RULES = "rules";
    public static final String MUTES = "mutes";
    public static final String PERSON = "person:";
    public static final String TEXT = "text:";

    private static final String STARTED_AT = "started-at";
    private static final String CHANNEL_SINCE = SettingRows.CHANNEL_SINCE;
    /** Another process of this service may have changed them. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final FileRules file;
    private final SettingRows rows;
    private final Channels channels;
    /** As exact as the times of events, of which many are whole seconds. */
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private volatile boolean opened;
    private volatile Known known = new Known(null, Instant.EPOCH);

    private record Known(Settings settings, Instant at) {}

    Book(FileRules file, SettingRows rows, Channels channels) {
        this.file = file;
        this.rows = rows;
        this.channels = channels;
    }

    public Uni<Settings> settings() {
        return Uni.createFrom().deferred(() -> {
            Known last = known;
            return last.at().plus(FRESH).isAfter(Instant.now())
                    ? Uni.createFrom().item(last.settings())
                    : open().chain(rows::all).map(this::read);
        });
    }

    /** Notes since when each channel is there, before anything is told. Saved channels come with a start as well, so that once is enough. */
    public Uni<Void> open() {
        return opened
                ? Uni.createFrom().voidItem()
                : rows.begin(channels.names(), began).invoke(() -> opened = true);
    }

    public Check check() {
        return new Check(channels.names(), Texts.languages());
    }

    public Uni<Void> put(String name, Object value) {
        return rows.put(name, Json.write(value)).invoke(this::forget);
    }

    public Uni<Void> remove(String name) {
        return rows.remove(name).invoke(this::forget);
    }

    private void forget() {
        known = new Known(null, Instant.EPOCH);
    }

    private Settings read(Map<String, String> all) {
        var settings = new Settings(
                Optional.ofNullable(all.get(RULES))
                        .map(json -> Json.read(json, Rulebook.class))
                        .orElseGet(file::book),
                List.of(Optional.ofNullable(all.get(MUTES))
                        .map(json -> Json.read(json, Mute[].class))
                        .orElse(new Mute[0])),
                named(all, PERSON, json -> Json.read(json, Person.class)),
                named(all, TEXT, json -> Json.read(json, OwnText.class)),
                Json.read(all.get(STARTED_AT), Instant.class),
                named(all, CHANNEL_SINCE, json -> Json.read(json, Instant.class)));
        known = new Known(settings, Instant.now());
        return settings;
    }

    private static <T> Map<String, T> named(Map<String, String> all, String start, Function<String, T> read) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(start.length()), entry -> read.apply(entry.getValue())));
    }
}
