package conveyarr.notification;

import conveyarr.events.DomainEvent;
import conveyarr.flow.InOrder;
import conveyarr.flow.Received;
import conveyarr.notification.Planner.Heard;
import conveyarr.notification.Planner.Known;
import conveyarr.notification.core.Call.Deliver;
import conveyarr.notification.core.Concerns;
import conveyarr.notification.core.News;
import conveyarr.notification.core.rule.Router;
import conveyarr.notification.core.rule.Settings;
import conveyarr.notification.out.SeenRows;
import conveyarr.notification.out.SeenRows.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The way of events to the deliveries that they make, many events at a time: a trouble has to last, the others are planned at once. */
@Singleton
public class Notifications {
    private final NotificationConfig config;
    private final Names names;
    private final Waits waits;
    private final Deliveries deliveries;
    private final Planner planner;
    private final Book book;
    private final SeenRows seen;

    Notifications(
            NotificationConfig config,
            Names names,
            Waits waits,
            Deliveries deliveries,
            Planner planner,
            Book book,
            SeenRows seen) {
        this.config = config;
        this.names = names;
        this.waits = waits;
        this.deliveries = deliveries;
        this.planner = planner;
        this.book = book;
        this.seen = seen;
    }

    /** Events of other services, seen at {@code now}. Each is judged once: rules, people and channels that come later hear nothing of it. */
    public Uni<Void> hear(List<? extends Received<? extends DomainEvent>> all, Instant now) {
        var ids = all.stream().map(one -> one.occurrence().id()).toList();
        return InOrder.each(all, one -> names.learn(one.event()))
                .chain(() -> seen.of(ids))
                .chain(before ->
                        book.settings().chain(settings -> judge(heard(all, before, settings), before, settings, now)))
                .chain(() -> seen.judged(ids));
    }

    private List<Heard> heard(
            List<? extends Received<? extends DomainEvent>> all, Map<UUID, Seen> before, Settings settings) {
        return all.stream()
                .filter(one -> !before.getOrDefault(one.occurrence().id(), Seen.NOWHERE)
                        .judged())
                .filter(one -> isWorthALook(one, settings))
                .flatMap(one -> News.of(one.event(), one.occurrence()).stream()
                        .map(news -> new Heard(news, one.occurrence().past())))
                .toList();
    }

    /** Most events are not. Whether a trouble will last is known later, and so is who wants to know. */
    private boolean isWorthALook(Received<? extends DomainEvent> one, Settings settings) {
        String type = one.event().wireName();
        boolean news = !one.occurrence().past();
        return !config.silences(type)
                && Concerns.of(one.event())
                        .filter(concern ->
                                news && concern.trouble().isPresent() || Router.concerns(settings, type, concern))
                        .isPresent();
    }

    private Uni<Void> judge(List<Heard> heard, Map<UUID, Seen> before, Settings settings, Instant now) {
        return heard.isEmpty()
                ? nothing()
                : names.of(heard.stream().map(Heard::news).toList())
                        .map(named -> IntStream.range(0, named.size())
                                .mapToObj(i ->
                                        new Heard(named.get(i), heard.get(i).past()))
                                .toList())
                        .chain(all -> waits.troubles(troubles(all), now.plus(config.hold()))
                                .chain(() -> spread(
                                        all.stream()
                                                .filter(one -> !one.isTrouble())
                                                .toList(),
                                        before,
                                        settings,
                                        now)));
    }

    private static List<News> troubles(List<Heard> all) {
        return all.stream().filter(Heard::isTrouble).map(Heard::news).toList();
    }

    /** To everybody whom it concerns and who was not told before. */
    public Uni<Void> spread(News news, Instant now) {
        return seen.of(List.of(news.event())).chain(before -> book.settings()
                .chain(settings -> spread(List.of(new Heard(news, false)), before, settings, now)));
    }

    private Uni<Void> spread(List<Heard> all, Map<UUID, Seen> before, Settings settings, Instant now) {
        return names.requesters(settings, all.stream().map(Heard::news).toList())
                .chain(people -> carryOut(all.stream()
                        .flatMap(one -> planner.plans(
                                one,
                                new Known(
                                        people.getOrDefault(one.news().about(), Set.of()),
                                        before.getOrDefault(one.news().event(), Seen.NOWHERE)),
                                settings,
                                now))
                        .toList()));
    }

    /** What was collected is ready to be told; the second time, whatever the hour is by then, nothing happens. */
    public Uni<Void> deliver(Deliver decided, Instant now) {
        return seen.of(decided.id(), decided.fresh().id())
                .chain(before -> before.settles(decided)
                        ? nothing()
                        : book.settings()
                                .chain(settings ->
                                        carryOut(List.of(planner.told(decided.naming(names::latest), settings, now)))));
    }

    /** All that goes to the ledger in one transaction, and all that waits in another. */
    private Uni<Void> carryOut(List<Plan> plans) {
        return deliveries.begin(Plan.firsts(plans)).chain(() -> waits.collect(Plan.collects(plans)));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
