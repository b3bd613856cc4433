package conveyarr.notification.core.rule;

import conveyarr.events.EventCatalog;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.notification.core.Concern;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.bundle.Terms;
import conveyarr.notification.core.bundle.Terms.Kind;
import conveyarr.notification.core.rule.Route.Way;
import conveyarr.notification.core.rule.Route.Way.Collected;
import conveyarr.notification.core.rule.Route.Way.Now;
import conveyarr.notification.core.rule.Route.Way.Silent;
import conveyarr.notification.core.rule.Windows.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides to whom an event goes, and how. Of several rules that reach one target, "never" counts most, then "now". */
public final class Router {
    private static final Set<String> PARTS = Set.of("series", "album");
    /** A season that is complete is told with its last episodes, in one message. */
    private static final String EPISODES = EventCatalog.wireName(MediaBecameAvailable.class);

    private final Windows windows;
    private final Collection<String> channels;
    /** Those of the channels that can change a message. */
    private final Set<String> editing;

    public Router(Windows windows, Collection<String> channels, Set<String> editing) {
        this.windows = windows;
        this.channels = channels;
        this.editing = editing;
    }

    /** Whether any rule speaks of events of this type that are such a concern to people. */
    public static boolean concerns(Settings settings, String type, Concern concern) {
        return settings.book().rules().stream().anyMatch(rule -> rule.matches(type, concern));
    }

    /** {@code requesters} are those who asked for what the event is about. */
    public List<Route> routes(Settings settings, News news, Set<String> requesters, Instant now) {
        Map<Target, Rule> chosen = new LinkedHashMap<>();
        settings.book().rules().stream().filter(rule -> rule.matches(news)).forEach(rule -> targets(
                        settings, rule, requesters)
                .forEach(target -> chosen.merge(target, rule, Router::stronger)));
        return chosen.entrySet().stream()
                .filter(entry -> !entry.getValue().when().equals(Rule.NEVER))
                .map(entry -> new Route(
                        entry.getKey(),
                        muted(settings, news, entry.getKey(), now)
                                .or(() -> digest(settings, entry.getValue(), entry.getKey(), now))
                                .orElseGet(() -> together(news, entry.getKey()))))
                .toList();
    }

    private static Rule stronger(Rule one, Rule other) {
        return strength(other) > strength(one) ? other : one;
    }

    private static int strength(Rule rule) {
        return List.of(Rule.NOW, Rule.NEVER).indexOf(rule.when());
    }

    private Stream<Target> targets(Settings settings, Rule rule, Set<String> requesters) {
        if (rule.to().equals(Rule.EVERYBODY)) {
            return channels.stream().filter(rule::reaches).map(Target::everybody);
        }
        return settings.people().entrySet().stream()
                .filter(person -> isMeant(rule, person.getKey(), person.getValue(), requesters))
                .flatMap(person -> person.getValue().channels().keySet().stream()
                        .filter(channel -> channels.contains(channel) && rule.reaches(channel))
                        .sorted()
                        .map(channel -> new Target(channel, Optional.of(person.getKey()))));
    }

    private static boolean isMeant(Rule rule, String reference, Person person, Set<String> requesters) {
        String to = rule.to();
        return to.equals(Rule.REQUESTER) && requesters.contains(reference)
                || to.equals(Rule.PERSON + reference)
                || to.startsWith(Rule.ROLE) && person.roles().contains(to.substring(Rule.ROLE.length()));
    }

    private static Optional<Way> muted(Settings settings, News news, Target target, Instant now) {
        return settings.tooEarly(news.at(), target)
                .or(() -> settings.mutes().stream()
                        .filter(mute -> mute.covers(news, target, now))
                        .findFirst()
                        .map(mute -> "muted until " + mute.until()))
                .map(Silent::new);
    }

    private static Optional<Way> digest(Settings settings, Rule rule, Target target, Instant now) {
        return rule.digest().map(time -> {
            Instant due = next(settings, time, now);
            return new Collected(new Terms(
                    "digest|" + target, Kind.DIGEST, Duration.ZERO, Duration.ZERO, Optional.of(due), Duration.ZERO));
        });
    }

    private static Instant next(Settings settings, LocalTime time, Instant now) {
        return Quiet.next(now.atZone(settings.book().zone()), time).toInstant();
    }

    /** Episodes of one season, and troubles of one sort, come together; the rest comes alone. */
    private Way together(News news, Target target) {
        if (news.about() instanceof MediaId media
                && PARTS.contains(media.kind())
                && news.type().startsWith("library.")) {
            String what = (news.isSeason() ? EPISODES : news.type()) + "|"
                    + news.about().key() + "|" + season(news);
            return collected(Kind.SEASON, windows.season(), "season|" + what, target);
        }
        boolean sort = news.type().startsWith("download.") || news.type().startsWith("acquisition.");
        return sort ? collected(Kind.STORM, windows.storm(), "storm|" + news.type(), target) : new Now();
    }

    /** That which is complete, or that of the first episode, such as {@code S01}. */
    private static String season(News news) {
        if (news.isSeason() && news.facts().get("season") instanceof Number number) {
            return String.format(Locale.ROOT, "S%02d", number.intValue());
        }
        return news.facts().get("episodes") instanceof List<?> episodes && !episodes.isEmpty()
                ? String.valueOf(episodes.getFirst()).replaceFirst("[E|].*", "")
                : "";
    }

    private Way collected(Kind kind, Window window, String what, Target target) {
        Duration editFor =
                kind == Kind.SEASON && editing.contains(target.channel()) ? windows.editFor() : Duration.ZERO;
        return window.pause().isZero()
                ? new Now()
                : new Collected(
                        new Terms(what + "|" + target, kind, window.pause(), window.most(), Optional.empty(), editFor));
    }
}
