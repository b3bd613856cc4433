package conveyarr.notification;

import conveyarr.events.DomainEvent;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.InOrder;
import conveyarr.flow.Received;
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
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The way of an event to the deliveries that it makes: does it last, whom does it concern, does it wait for others, is it quiet there. */
@Singleton
public class Notifications {
    private static final String PAST = "happened before we first looked at its source";

    private final NotificationConfig config;
    private final Names names;
    private final Waits waits;
    private final Letters letters;
    private final Router router;
    private final Book book;
    private final SeenRows seen;

    Notifications(
            NotificationConfig config,
            Names names,
            Waits waits,
            Letters letters,
            Book book,
            SeenRows seen,
            Channels channels) {
        this.seen = seen;
        this.config = config;
        this.names = names;
        this.waits = waits;
        this.letters = letters;
        this.book = book;
        this.router = new Router(config.windows(), channels.names(), channels.editing());
    }

    /** An event of another service, seen at {@code now}. */
    public Uni<Void> hear(Received<? extends DomainEvent> received, Instant now) {
        DomainEvent event = received.event();
        return names.learn(event).chain(() -> News.of(event, received.occurrence())
                .map(news -> received.occurrence().past() ? passOver(news, now) : judge(news, now))
                .orElseGet(Notifications::nothing));
    }

    /** What had happened before we first looked is no news: whoever would have been told sees it as suppressed. */
    private Uni<Void> passOver(News news, Instant now) {
        if (config.silences(news.type())) {
            return nothing();
        }
        return book.settings()
                .chain(settings -> router.concerns(settings, news)
                        ? names.requesters(settings, news)
                                .map(people -> router.routes(settings, news, people, now))
                                .chain(routes -> InOrder.each(
                                        routes, route -> letters.silence(single(news, route), settings, PAST, now)))
                        : nothing());
    }

    private Uni<Void> judge(News news, Instant now) {
        if (config.silences(news.type())) {
            return nothing();
        }
        return news.concern()
                .trouble()
                .map(trouble -> names.of(news).chain(named -> waits.trouble(named, trouble, now.plus(config.hold()))))
                .orElseGet(() -> book.settings()
                        .chain(settings -> router.concerns(settings, news)
                                ? names.of(news).chain(named -> spread(named, now))
                                : nothing()));
    }

    /** To everybody whom it concerns and who was not told before. */
    public Uni<Void> spread(News news, Instant now) {
        return book.settings().chain(settings -> names.requesters(settings, news)
                .map(people -> router.routes(settings, news, people, now))
                .chain(routes -> seen.of(news.event()).map(before -> routes.stream()
                        .filter(route -> !before.at(route.target()))
                        .toList()))
                .chain(routes -> InOrder.each(routes, route -> go(settings, news, route, now))));
    }

    private static Deliver single(News news, Route route) {
        return Deliver.alone(route.target(), news);
    }

    private Uni<Void> go(Settings settings, News news, Route route, Instant now) {
        var deliver = single(news, route);
        if (news.at().plus(config.oldest()).isBefore(now)) {
            return letters.tell(deliver, settings, now); // the ledger says that it is too old
        }
        return switch (route.way()) {
            case Silent(var reason) -> letters.silence(deliver, settings, reason, now);
            case Now _ -> tell(deliver, now);
            case Collected(var terms) -> waits.collect(route.target(), terms, Load.of(news), occurrence(news));
        };
    }

    /** What was collected is ready to be told; the second time, whatever the hour is by then, nothing happens. */
    public Uni<Void> deliver(Deliver decided, Instant now) {
        return seen.of(decided.id(), decided.fresh().id())
                .chain(before -> before.settles(decided) ? nothing() : tell(decided.naming(names::latest), now));
    }

    /** It goes out now, or when the quiet hours of its target are over. */
    private Uni<Void> tell(Deliver deliver, Instant now) {
        boolean needsYou = deliver.news().stream().anyMatch(News::needsYou);
        return book.settings().chain(settings -> settings.quietUntil(deliver.target(), needsYou, now)
                .map(end -> hush(deliver.fresh(), end, now))
                .orElseGet(() -> letters.tell(deliver, settings, now)));
    }

    private Uni<Void> hush(Deliver deliver, Instant end, Instant now) {
        return waits.collect(
                deliver.target(),
                Terms.quiet(deliver.target(), end),
                deliver.load(),
                new Occurrence(SeenRows.quiet(deliver.id()), now, Via.SELF, "notifier"));
    }

    private static Occurrence occurrence(News news) {
        return new Occurrence(news.event(), news.at(), Via.SELF, "notifier");
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
