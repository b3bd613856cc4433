package conveyarr.notification.core;

import static conveyarr.flow.Next.next;

import conveyarr.events.EventId;
import conveyarr.events.NotificationEvent;
import conveyarr.events.NotificationEvent.NotificationFailed;
import conveyarr.events.NotificationEvent.NotificationSent;
import conveyarr.events.NotificationEvent.NotificationSuppressed;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.notification.core.Call.Send;
import conveyarr.notification.core.Delivery.Attempt;
import conveyarr.notification.core.Delivery.Claimed;
import conveyarr.notification.core.Delivery.Failed;
import conveyarr.notification.core.Delivery.InDoubt;
import conveyarr.notification.core.Delivery.Letter;
import conveyarr.notification.core.Delivery.Queued;
import conveyarr.notification.core.Delivery.Retrying;
import conveyarr.notification.core.Delivery.Sent;
import conveyarr.notification.core.Delivery.Suppressed;
import conveyarr.notification.core.Delivery.Unknown;
import conveyarr.notification.core.Receipt.Delivered;
import conveyarr.notification.core.Receipt.Never;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Signal.Announced;
import conveyarr.notification.core.Signal.Answered;
import conveyarr.notification.core.Signal.Claiming;
import conveyarr.notification.core.Signal.ClockTicked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a delivery. A claim is for one try: an answer or a second claim for another try changes nothing. */
public final class Ledger {
    private static final String NO_ANSWER = "we stopped between sending and hearing the answer";

    private final Rules rules;
    private final Patience patience;

    public Ledger(Rules rules, Patience patience) {
        this.rules = rules;
        this.patience = patience;
    }

    private record Moment(Delivery state, Signal signal) {}

    public Next<Delivery> on(Delivery state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Unknown _, Announced a) -> announced(a);
            case Moment(Queued q, Claiming c)
            when q.attempt() == c.attempt() -> next(new Claimed(q.letter(), q.attempt(), c.now()));
            case Moment(Claimed was, Claiming c)
            when was.attempt() == c.attempt() && abandoned(was, c.now()) ->
                settled(was, new Answered(c.attempt(), new Receipt.InDoubt(NO_ANSWER), c.now(), c.policy()));
            case Moment(Claimed was, Answered a) when was.attempt() == a.attempt() -> settled(was, a);
            // The one that we believed gone has its answer after all.
            case Moment(InDoubt d, Answered a)
            when d.attempt() == a.attempt() -> settled(new Claimed(d.letter(), d.attempt(), a.now()), a);
            case Moment(Retrying r, ClockTicked t)
            when !t.now().isBefore(r.dueAt()) -> queued(r.letter(), r.attempt() + 1);
            case Moment(var _, Announced _),
                    Moment(var _, Claiming _),
                    Moment(var _, Answered _),
                    Moment(var _, ClockTicked _) -> next(state); // said before, or too late
        };
    }

    private Next<Delivery> announced(Announced a) {
        var letter = new Letter(a.channel(), a.notification(), List.of());
        if (rules.tooOld(a.notification().at(), a.seenAt())) {
            String reason = "older than " + Wording.spoken(rules.oldest()) + " when first seen";
            var event = new NotificationSuppressed(
                    a.notification().about(), a.notification().event(), a.channel(), reason);
            return next(new Suppressed(letter, reason), told(letter, event, a.seenAt()));
        }
        return queued(letter, 1);
    }

    private static Next<Delivery> queued(Letter letter, int attempt) {
        return next(new Queued(letter, attempt), new Send(letter.id().toString(), attempt));
    }

    private boolean abandoned(Claimed claim, Instant now) {
        return !now.isBefore(claim.claimedAt().plus(patience.grace()));
    }

    private Next<Delivery> settled(Claimed claim, Answered a) {
        return switch (a.receipt()) {
            case Delivered _ -> sent(tried(claim, a, "delivered", ""), a.now());
            case Never(var why) -> failed(tried(claim, a, "never", why), why, a.now());
            case TryLater(var after, var why) -> later(tried(claim, a, "later", why), a, after, why);
            case Receipt.InDoubt(var why) -> doubted(tried(claim, a, "doubt", why), a, why);
        };
    }

    private static Letter tried(Claimed claim, Answered a, String outcome, String reason) {
        return claim.letter().tried(new Attempt(claim.attempt(), a.now(), outcome, reason));
    }

    private Next<Delivery> doubted(Letter letter, Answered a, String why) {
        return switch (a.policy()) {
            case RESEND -> later(letter, a, Optional.empty(), why);
            case DROP -> next(new InDoubt(letter, a.attempt(), why));
        };
    }

    private Next<Delivery> later(Letter letter, Answered a, Optional<Duration> asked, String why) {
        return patience.after(a.attempt(), asked)
                .map(pause -> Next.<Delivery>next(
                        new Retrying(letter, a.attempt(), a.now().plus(pause))))
                .orElseGet(() -> failed(letter, "tried " + a.attempt() + " times; the last time: " + why, a.now()));
    }

    private static Next<Delivery> sent(Letter letter, Instant now) {
        var n = letter.notification();
        var event = new NotificationSent(
                n.about(), n.event(), letter.channel(), n.text().title());
        return next(new Sent(letter), told(letter, event, now));
    }

    private static Next<Delivery> failed(Letter letter, String reason, Instant now) {
        var n = letter.notification();
        var event = new NotificationFailed(n.about(), n.event(), letter.channel(), reason);
        return next(new Failed(letter, reason), told(letter, event, now));
    }

    /** The channel is part of the id: the same event is told on several. */
    private static Effect told(Letter letter, NotificationEvent event, Instant at) {
        var id = EventId.of(letter.notification().event(), event.wireName() + "|" + letter.channel());
        return Effect.publish(event, new Occurrence(id, at, Via.SELF, letter.channel()));
    }
}
