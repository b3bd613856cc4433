package conveyarr.notification;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.InOrder;
import conveyarr.flow.state.Handler;
import conveyarr.notification.core.Concern.Trouble;
import conveyarr.notification.core.News;
import conveyarr.notification.core.Target;
import conveyarr.notification.core.bundle.Bundle;
import conveyarr.notification.core.bundle.Bundle.Load;
import conveyarr.notification.core.bundle.Bundling;
import conveyarr.notification.core.bundle.Terms;
import conveyarr.notification.core.hold.Hold;
import conveyarr.notification.core.hold.Holding;
import conveyarr.notification.out.BundleRow;
import conveyarr.notification.out.DueRows;
import conveyarr.notification.out.DueRows.Kind;
import conveyarr.notification.out.HoldRow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What waits before it is told: troubles that may pass, and events that come together. */
@Singleton
public class Waits {
    private static final UUID CLOCK = new UUID(0, 0);

    private final Holding holding = new Holding();
    private final Bundling bundling = new Bundling();
    private final Handler<Hold, HoldRow> holds;
    private final Handler<Bundle, BundleRow> bundles;
    private final DueRows due;

    Waits(NotificationFlow flow, DueRows due) {
        this.holds = flow.handler(HoldRow.AGGREGATE);
        this.bundles = flow.handler(BundleRow.AGGREGATE);
        this.due = due;
    }

    /** A trouble that begins, to be told at {@code dueAt}, or one that ends. */
    Uni<Void> trouble(News news, Trouble trouble, Instant dueAt) {
        Hold.Signal signal = trouble.over() ? new Hold.Signal.Ended(news) : new Hold.Signal.Began(news, dueAt);
        return holds.handle(
                news.about().key() + "|" + trouble.what(),
                new Occurrence(news.event(), news.at(), Via.SELF, "notifier"),
                state -> holding.on(state, signal));
    }

    /** The second time that {@code cause} comes under these terms, nothing happens. */
    Uni<Void> collect(Target target, Terms terms, Load load, Occurrence cause) {
        var arrived = new Bundle.Signal.Arrived(target, terms, load, Instant.now());
        return bundles.handle(terms.key(), cause, state -> bundling.on(state, arrived));
    }

    public Uni<List<Waiting>> list() {
        return due.collecting();
    }

    /** Tells what is due by now. */
    public Uni<Void> look(Instant now) {
        var clock = new Occurrence(CLOCK, now, Via.SELF, "notifier");
        return due.due(Kind.HOLDS, now)
                .chain(ids -> InOrder.each(
                        ids,
                        id -> holds.observe(id, clock, state -> holding.on(state, new Hold.Signal.ClockTicked(now)))))
                .chain(() -> due.due(Kind.BUNDLES, now))
                .chain(ids -> InOrder.each(
                        ids,
                        id -> bundles.observe(
                                id, clock, state -> bundling.on(state, new Bundle.Signal.ClockTicked(now)))));
    }
}
