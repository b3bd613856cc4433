package conveyarr.acquisition.core.cause;

import static conveyarr.flow.Next.next;

import conveyarr.acquisition.core.cause.Vigil.AtRest;
import conveyarr.acquisition.core.cause.Vigil.Finding;
import conveyarr.acquisition.core.cause.Vigil.Standing;
import conveyarr.acquisition.core.cause.Vigil.Watching;
import conveyarr.acquisition.core.cause.VigilSignal.Ended;
import conveyarr.acquisition.core.cause.VigilSignal.Heard;
import conveyarr.acquisition.core.cause.VigilSignal.Looked;
import conveyarr.events.MediaId;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Decides why a title does not move, and when a person is to be called. Nothing stays on a leg beyond its limit without a cause that was told;
 * only a calm cause calls nobody. Pure: the time comes with the signals, so that what is due is the same after a restart.
 */
public record Watchman(Limits limits, String instance, MediaId media) {

    public Next<Vigil> on(Vigil vigil, VigilSignal signal) {
        return switch (signal) {
            case Looked looked -> looked(vigil, looked.evidence().with(vigil.offers()));
            case Ended ended ->
                next(new AtRest(ended.again()), teller(ended.at()).cleared(vigil.standing(), Optional.empty()));
            case Heard heard -> next(heard(vigil, heard));
        };
    }

    private Next<Vigil> looked(Vigil before, Evidence evidence) {
        Watching now = before instanceof Watching w && isSameLeg(w, evidence) ? w : began(before, evidence);
        Optional<Cause> found = cause(now, evidence);
        Optional<Standing> standing = found.map(cause -> standing(before.standing(), cause, evidence.at()));
        var teller = teller(evidence.at());
        var effects = new ArrayList<Effect>(teller.changed(before.standing(), standing));
        Optional<String> called = now.finding().called();
        Optional<Cause> alarm = isLate(now, evidence.at()) ? found.filter(cause -> !cause.calm()) : Optional.empty();
        if (alarm.isPresent() && !called.equals(alarm.map(Cause::code))) {
            effects.add(teller.attention(now, limits.of(now.leg()), alarm.get()));
            called = alarm.map(Cause::code);
        }
        var finding = new Finding(standing, called, now.finding().told(), offers(evidence));
        return next(new Watching(now.leg(), now.download(), now.since(), due(now, evidence.at()), finding), effects);
    }

    /** A release that was found since makes it another search. */
    private static Optional<Offers> offers(Evidence evidence) {
        return evidence.leg() == Leg.SEARCHING ? evidence.offers() : Optional.empty();
    }

    private Optional<Cause> cause(Watching now, Evidence evidence) {
        return Causes.of(evidence)
                .or(() -> isLate(now, evidence.at()) ? Optional.of(Silence.of(instance, now.leg())) : Optional.empty());
    }

    private static boolean isSameLeg(Watching w, Evidence evidence) {
        return w.leg() == evidence.leg() && w.download().equals(evidence.download());
    }

    /** What was heard of the download belongs to its import as well, but not to another download. */
    private static Watching began(Vigil before, Evidence evidence) {
        boolean same = before instanceof Watching w && w.download().equals(evidence.download());
        var finding = new Finding(
                before.standing(), Optional.empty(), same ? before.told() : Optional.empty(), before.offers());
        return new Watching(evidence.leg(), evidence.download(), evidence.at(), evidence.at(), finding);
    }

    private static Standing standing(Optional<Standing> before, Cause cause, Instant now) {
        return before.filter(known -> known.cause().code().equals(cause.code()))
                .map(known -> new Standing(cause, known.since()))
                .orElseGet(() -> new Standing(cause, now));
    }

    private boolean isLate(Watching now, Instant at) {
        return !now.since().plus(limits.of(now.leg())).isAfter(at);
    }

    /** The limit itself, when it comes before the next look; what waits for long is looked at less often. */
    private Instant due(Watching now, Instant at) {
        Instant limit = now.since().plus(limits.of(now.leg()));
        Duration tenth = Duration.between(now.since(), at).dividedBy(10);
        Instant look = at.plus(tenth.compareTo(limits.every()) > 0 ? tenth : limits.every());
        return limit.isAfter(at) && limit.isBefore(look) ? limit : look;
    }

    /** Bytes that arrive begin the time of the leg anew. What is heard before the first look begins the watch. */
    private static Vigil heard(Vigil vigil, Heard heard) {
        Optional<String> download = Optional.of(heard.download());
        Watching w = vigil instanceof Watching known && known.download().equals(download)
                ? known
                : new Watching(Leg.DOWNLOADING, download, heard.at(), heard.at(), Finding.of(vigil.standing()));
        var called = heard.moved() ? Optional.<String>empty() : w.finding().called();
        Instant since = heard.moved() && heard.at().isAfter(w.since()) ? heard.at() : w.since();
        return new Watching(
                w.leg(),
                download,
                since,
                heard.at(),
                new Finding(
                        w.finding().cause(), called, heard.told(), w.finding().offers()));
    }

    private Teller teller(Instant at) {
        return new Teller(instance, media, at);
    }
}
