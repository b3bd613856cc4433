package conveyarr.request.core;

import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestEvent;
import conveyarr.events.RequestEvent.MediaRequested;
import conveyarr.events.RequestEvent.RequestApproved;
import conveyarr.events.RequestEvent.RequestDeclined;
import conveyarr.events.RequestEvent.RequestFailed;
import conveyarr.events.RequestEvent.RequestFulfilled;
import conveyarr.flow.Effect;
import conveyarr.flow.Effect.Publish;
import conveyarr.request.core.Request.Open;
import conveyarr.request.core.Request.Step;
import conveyarr.request.core.Signal.Seen;
import conveyarr.request.core.Signal.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The steps that have become known from {@code before} to {@code now} by what was seen, which Seerr said at {@code moment}. */
record Steps(Open before, Open now, Seen seen, Instant moment) {
    /** In the order in which they happened. */
    List<Effect> told() {
        var told = new ArrayList<Publish>();
        for (Step step : Step.values()) {
            for (int n = times(before, step) + 1; n <= times(now, step); n++) {
                told.add(tell(step, n));
            }
        }
        told.sort(Comparator.comparing(one -> one.occurrence().at()));
        return List.copyOf(told);
    }

    private static int times(Open open, Step step) {
        int known = open.told().contains(step) ? 1 : 0;
        return Math.max(known, open.heard().counts().getOrDefault(step, 0));
    }

    private Publish tell(Step step, int n) {
        String name = step.name().toLowerCase(Locale.ROOT);
        return new Publish(event(step, n), occurrence(seen, time(step), key(before, seen, name, n)));
    }

    /**
     * A request that is first seen beyond its beginning, such as all those of a Seerr that ran before we did, is as old as Seerr says; when
     * it came so far nobody knows, and it is no news of today.
     */
    private Instant time(Step step) {
        Instant seenAt = seen.occurrence().at();
        Instant askedAt = seen.asked().at().isBefore(seenAt) ? seen.asked().at() : seenAt;
        return switch (step) {
            case REQUESTED -> askedAt;
            case APPROVED, DECLINED, FAILED -> before.told().isEmpty() ? askedAt : changedAt(step);
            case FULFILLED -> seenAt;
        };
    }

    /** What comes late between two of one word shows that the latter was another one. */
    private Instant changedAt(Step step) {
        boolean itself = Course.implied(seen.word()).contains(step);
        Instant seenAt = seen.occurrence().at();
        return itself ? since(seenAt) : now.heard().after(moment).orElse(seenAt);
    }

    /** A time that Seerr says, where it lies between what we heard before and this look. */
    private Instant since(Instant seenAt) {
        var known = before.heard().said();
        return seen.since()
                .filter(seenAt::isAfter)
                .filter(at -> known.isEmpty() || at.isAfter(known.getLast().at()))
                .orElse(seenAt);
    }

    private RequestEvent event(Step step, int n) {
        MediaId media = before.media();
        var asked = seen.asked();
        return switch (step) {
            case REQUESTED ->
                new MediaRequested(
                        media, seen.request(), asked.title(), asked.year(), asked.by(), asked.uhd(), asked.seasons());
            case APPROVED -> new RequestApproved(media, seen.request(), seen.word() == Word.AUTO_APPROVED);
            case DECLINED -> new RequestDeclined(media, seen.request());
            case FAILED -> new RequestFailed(media, seen.request(), n > 1);
            case FULFILLED -> new RequestFulfilled(media, seen.request());
        };
    }

    /**
     * A step of a request is the same step whoever shows it to us first. The third field says in which of the request's lives, from 1; the
     * {@code n}th of a name has one more, from the second on.
     */
    static NaturalKey key(Open open, Signal s, String step, int n) {
        int life = open.life() + 1;
        long number = s.request().number();
        return n == 1
                ? NaturalKey.of("request-step", number, step, life)
                : NaturalKey.of("request-step", number, step, life, n);
    }

    static Occurrence occurrence(Signal s, Instant at, NaturalKey key) {
        return Occurrence.at(at, s.occurrence().via(), s.request().instance(), key);
    }
}
