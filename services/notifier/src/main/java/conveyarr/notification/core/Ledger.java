package conveyarr.notification.core;

import static conveyarr.flow.Next.next;

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
import conveyarr.notification.core.Receipt.Outdated;
import conveyarr.notification.core.Receipt.TryLater;
import conveyarr.notification.core.Signal.Announced;
import conveyarr.notification.core.Signal.Answered;
import conveyarr.notification.core.Signal.AskedAgain;
import conveyarr.notification.core.Signal.Claiming;
import conveyarr.notification.core.Signal.ClockTicked;
import conveyarr.notification.core.Signal.Silenced;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of a delivery. Claims and answers count for their own try alone, an answer also when its claim was given up: machines sleep. */
public final class Ledger {
    private static final String NO_ANSWER = "we stopped between sending and hearing the answer";

    private final Duration oldest;
    private final Patience patience;

    /** What happened longer ago than {@code oldest} when we first see it is not told: a replay or a first start must wake nobody. */
    public Ledger(Duration oldest, Patience patience) {
        this.oldest = oldest;
        this.patience = patience;
    }

    private record Moment(Delivery state, Signal signal) {}

    public Next<Delivery> on(Delivery state, Signal signal) {
        return switch (new Moment(state, signal)) {
            case Moment(Unknown _, Announced a) -> announced(a);
            case Moment(Unknown _, Silenced s) -> suppressed(s.letter(), s.reason(), s.seenAt());
            case Moment(Queued q, Claiming c)
            when q.attempt() == c.attempt() -> next(new Claimed(q.letter(), q.attempt(), c.now()));
            case Moment(Claimed was, Claiming c)
            when was.attempt() == c.attempt() && patience.isOver(was.claimedAt(), c.now()) ->
                settled(was, new Answered(c.attempt(), new Receipt.InDoubt(NO_ANSWER), c.now(), c.policy()));
            case Moment(Claimed was, Answered a) when was.attempt() == a.attempt() -> settled(was, a);
            case Moment(InDoubt d, Answered a)
            when d.attempt() == a.attempt() -> settled(new Claimed(d.letter(), d.attempt(), a.now()), a);
            case Moment(Retrying r, Answered a)
            when r.attempt() == a.attempt() && a.receipt() instanceof Delivered ->
                settled(new Claimed(r.letter(), r.attempt(), a.now()), a);
            case Moment(Retrying r, ClockTicked t)
            when !t.now().isBefore(r.dueAt()) -> queued(r.letter(), r.attempt() + 1);
            case Moment(var _, AskedAgain a) -> askedAgain(state, a.now());
            case Moment(var _, Announced _),
                    Moment(var _, Silenced _),
                    Moment(var _, Claiming _),
                    Moment(var _, Answered _),
                    Moment(var _, ClockTicked _) -> next(state); // said before, or too late
        };
    }

    private Next<Delivery> announced(Announced a) {
        return a.letter().notification().at().plus(oldest).isBefore(a.seenAt())
                ? suppressed(a.letter(), "older than " + Wording.spoken(oldest) + " when first seen", a.seenAt())
                : queued(a.letter(), 1);
    }

    private static Next<Delivery> suppressed(Letter letter, String reason, Instant now) {
        return next(new Suppressed(letter, reason), Reports.suppressed(letter, reason, now));
    }

    private static Next<Delivery> askedAgain(Delivery state, Instant now) {
        return switch (state) {
            case Failed(var letter, var why) -> again(letter, now, why);
            case InDoubt(var letter, var _, var why) -> again(letter, now, why);
            case Suppressed(var letter, var why) -> again(letter, now, why);
            case Unknown _, Queued _, Claimed _, Retrying _, Sent _ -> next(state);
        };
    }

    private static Next<Delivery> again(Letter letter, Instant now, String reason) {
        int tries = letter.tries();
        return queued(
                letter.tried(new Attempt(tries, now, Attempt.ASKED, "sent again by hand after: " + reason, false)),
                tries + 1);
    }

    private static Next<Delivery> queued(Letter letter, int attempt) {
        return next(new Queued(letter, attempt), new Send(letter.id().toString(), attempt));
    }

    private Next<Delivery> settled(Claimed claim, Answered a) {
        return switch (a.receipt()) {
            case Delivered(var message, var _) -> sent(tried(claim, a, ""), message, a.now());
            case Never(var why, var _) -> failed(tried(claim, a, why), why, a.now());
            case TryLater(var after, var why) -> later(tried(claim, a, why), a, after, why);
            case Outdated(var why) -> suppressed(tried(claim, a, why), why, a.now());
            case Receipt.InDoubt(var why) -> doubted(tried(claim, a, why), a, why);
        };
    }

    private static Letter tried(Claimed claim, Answered a, String reason) {
        return claim.letter()
                .tried(new Attempt(
                        claim.attempt(),
                        a.now(),
                        a.receipt().word(),
                        reason,
                        a.receipt().putsOff()));
    }

    private Next<Delivery> doubted(Letter letter, Answered a, String why) {
        return switch (a.policy()) {
            case RESEND -> later(letter, a, Optional.empty(), why);
            case RESEND_ONCE ->
                letter.doubts() > 1
                        ? next(new InDoubt(letter, a.attempt(), why))
                        : later(letter, a, Optional.empty(), why);
            case DROP -> next(new InDoubt(letter, a.attempt(), why));
        };
    }

    private Next<Delivery> later(Letter letter, Answered a, Optional<Duration> asked, String why) {
        return patience.after(letter.lately(), asked, a.now())
                .map(pause -> Next.<Delivery>next(
                        new Retrying(letter, a.attempt(), a.now().plus(pause))))
                .orElseGet(() -> failed(letter, "tried " + a.attempt() + " times; the last time: " + why, a.now()));
    }

    private static Next<Delivery> sent(Letter letter, Optional<String> message, Instant now) {
        return next(new Sent(letter, message), Reports.sent(letter, now));
    }

    private static Next<Delivery> failed(Letter letter, String reason, Instant now) {
        return next(new Failed(letter, reason), Reports.failed(letter, reason, now));
    }
}
