package conveyarr.notification;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.state.Bulk;
import conveyarr.flow.state.Bulk.Input;
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
    private final Bulk<Hold, HoldRow> holds;
    private final Bulk<Bundle, BundleRow> bundles;
    private final DueRows due;

    Waits(NotificationFlow flow, DueRows due) {
        this.holds = flow.bulk(HoldRow.AGGREGATE);
        this.bundles = flow.bulk(BundleRow.AGGREGATE);
        this.due = due;
    }

    /** Troubles that begin, to be told at {@code dueAt} if they last, or that end. */
    Uni<Void> troubles(List<News> all, Instant dueAt) {
        return handle(
                holds,
                all.stream()
                        .flatMap(
                                news -> news.concern().trouble().stream().map(trouble -> trouble(news, trouble, dueAt)))
                        .toList());
    }

    private Input<Hold> trouble(News news, Trouble trouble, Instant dueAt) {
        Hold.Signal signal = trouble.over() ? new Hold.Signal.Ended(news) : new Hold.Signal.Began(news, dueAt);
        return new Input<>(
                news.about().key() + "|" + trouble.what(),
                new Occurrence(news.event(), news.at(), Via.SELF, "notifier"),
                true,
                state -> holding.on(state, signal));
    }

    /** Something to be kept for others; the second time that {@code cause} comes under these terms, nothing happens. */
    record Collect(Target target, Terms terms, Load load, Occurrence cause) {}

    Uni<Void> collect(List<Collect> all) {
        Instant now = Instant.now();
        return handle(bundles, all.stream().map(one -> arrived(one, now)).toList());
    }

    private Input<Bundle> arrived(Collect one, Instant now) {
        var arrived = new Bundle.Signal.Arrived(one.target(), one.terms(), one.load(), now);
        return new Input<>(one.terms().key(), one.cause(), true, state -> bundling.on(state, arrived));
    }

    private static <S> Uni<Void> handle(Bulk<S, ?> bulk, List<Input<S>> inputs) {
        return inputs.isEmpty()
                ? Uni.createFrom().voidItem()
                : bulk.handle(inputs).replaceWithVoid();
    }

    public Uni<List<Waiting>> list() {
        return due.collecting();
    }

    /** Tells what is due by now. */
    public Uni<Void> look(Instant now) {
        var clock = new Occurrence(CLOCK, now, Via.SELF, "notifier");
        return due.due(Kind.HOLDS, now)
                .chain(ids -> handle(
                        holds,
                        ids.stream()
                                .map(id -> new Input<Hold>(
                                        id, clock, false, state -> holding.on(state, new Hold.Signal.ClockTicked(now))))
                                .toList()))
                .chain(() -> due.due(Kind.BUNDLES, now))
                .chain(ids -> handle(
                        bundles,
                        ids.stream()
                                .map(id -> new Input<Bundle>(
                                        id,
                                        clock,
                                        false,
                                        state -> bundling.on(state, new Bundle.Signal.ClockTicked(now))))
                                .toList()));
    }
}
