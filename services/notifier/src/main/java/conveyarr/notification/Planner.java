package conveyarr.notification;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.notification.Waits.Collect;
import conveyarr.notification.channel.Channels;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.News;
import conveyarr.notification.core.bundle.Bundle.Load;
import conveyarr.notification.core.bundle.Terms;
import conveyarr.notification.core.rule.Route;
import conveyarr.notification.core.rule.Route.Way.Collected;
import conveyarr.notification.core.rule.Route.Way.Now;
import conveyarr.notification.core.rule.Route.Way.Silent;
import conveyarr.notification.core.rule.Router;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.out.SeenRows;
import conveyarr.notification.out.SeenRows.Seen;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Says what is done with an event: whom does it concern, does it wait for others, is it quiet there. */
@Singleton
class Planner {
    private static final String PAST = "happened before we first looked at its source";

    private final NotificationConfig config;
    private final Letters letters;
    private final Router router;

    Planner(NotificationConfig config, Letters letters, Channels channels) {
        this.config = config;
        this.letters = letters;
        this.router = new Router(config.windows(), channels.names(), channels.editing());
    }

    /** An event as it came; {@code past} is what had happened before we first looked at its source. */
    record Heard(News news, boolean past) {
        boolean isTrouble() {
            return !past && news.concern().trouble().isPresent();
        }
    }

    /** What is known of an event: who asked for what it is about, and where it went before. */
    record Known(Set<String> requesters, Seen before) {}

    /** For everybody whom it concerns and who was not told before. */
    Stream<Plan> plans(Heard one, Known known, Settings settings, Instant now) {
        return router.routes(settings, one.news(), known.requesters(), now).stream()
                .filter(route -> !known.before().at(route.target()))
                .map(route -> one.past()
                        ? new Plan.Ledger(letters.silenced(single(one.news(), route), settings, PAST, now))
                        : plan(one.news(), route, settings, now));
    }

    private Plan plan(News news, Route route, Settings settings, Instant now) {
        var deliver = single(news, route);
        if (news.at().plus(config.oldest()).isBefore(now)) {
            return new Plan.Ledger(letters.told(deliver, settings, now)); // the ledger says that it is too old
        }
        return switch (route.way()) {
            case Silent(var reason) -> new Plan.Ledger(letters.silenced(deliver, settings, reason, now));
            case Now _ -> told(deliver, settings, now);
            case Collected(var terms) -> {
                var cause = new Occurrence(news.event(), news.at(), Via.SELF, "notifier");
                yield new Plan.Wait(new Collect(route.target(), terms, Load.of(news), cause));
            }
        };
    }

    private static Deliver single(News news, Route route) {
        return Deliver.alone(route.target(), news);
    }

    /** It goes out now, or when the quiet hours of its target are over. */
    Plan told(Deliver deliver, Settings settings, Instant now) {
        boolean needsYou = deliver.news().stream().anyMatch(News::needsYou);
        return settings.quietUntil(deliver.target(), needsYou, now)
                .<Plan>map(end -> new Plan.Wait(hushed(deliver.fresh(), end, now)))
                .orElseGet(() -> new Plan.Ledger(letters.told(deliver, settings, now)));
    }

    private static Collect hushed(Deliver deliver, Instant end, Instant now) {
        return new Collect(
                deliver.target(),
                Terms.quiet(deliver.target(), end),
                deliver.load(),
                new Occurrence(SeenRows.quiet(deliver.id()), now, Via.SELF, "notifier"));
    }
}
