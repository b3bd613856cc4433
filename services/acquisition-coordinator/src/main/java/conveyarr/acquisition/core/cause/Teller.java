package conveyarr.acquisition.core.cause;

import conveyarr.acquisition.core.cause.Vigil.Standing;
import conveyarr.acquisition.core.cause.Vigil.Watching;
import conveyarr.events.AcquisitionEvent;
import conveyarr.events.AcquisitionEvent.AttentionNeeded;
import conveyarr.events.AcquisitionEvent.CauseCleared;
import conveyarr.events.AcquisitionEvent.CauseFound;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells of causes that come, change and go; each once. */
record Teller(String instance, MediaId media, Instant at) {

    /** A new cause takes the place of the one before. */
    List<Effect> changed(Optional<Standing> before, Optional<Standing> now) {
        boolean same = now.isPresent()
                && before.filter(known -> known.cause().isLike(now.get().cause()))
                        .isPresent();
        if (same) {
            return List.of();
        }
        return now.map(standing -> List.of(found(standing))).orElseGet(() -> cleared(before, now));
    }

    List<Effect> cleared(Optional<Standing> before, Optional<Standing> now) {
        return before
                .filter(_ -> now.isEmpty())
                .<Effect>map(gone -> tell(
                        new CauseCleared(media, instance, gone.cause().code(), Duration.between(gone.since(), at)),
                        "cause-cleared",
                        gone.cause().code()))
                .stream()
                .toList();
    }

    Effect attention(Watching late, Duration limit, Cause cause) {
        var event = new AttentionNeeded(
                media, instance, late.leg().name(), late.since(), limit, cause.code(), cause.text(), cause.you());
        return tell(event, "attention", late.leg() + " " + late.since() + " " + cause.code());
    }

    private Effect found(Standing standing) {
        Cause c = standing.cause();
        var event = new CauseFound(
                media, instance, c.code(), c.text(), c.source(), c.certain(), standing.since(), c.next(), c.you());
        return tell(event, "cause-found", c.code());
    }

    private Effect tell(AcquisitionEvent event, String kind, String what) {
        var key = NaturalKey.of(kind, media, what, at.toEpochMilli());
        return Effect.publish(event, Occurrence.at(at, Via.SELF, instance, key));
    }
}
