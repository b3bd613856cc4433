package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Care.Kind;
import conveyarr.download.core.Care.Trouble;
import conveyarr.download.core.Download.*;
import conveyarr.download.core.Repair.Patient;
import conveyarr.download.core.Signal.*;
import conveyarr.events.DownloadEvent.OrphanFound;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Downloads that no *arr waits for: nobody asked for them, though their category is one of an *arr, or their *arr has given them up. What is
 * complete is none of these: it may be an import of long ago that seeds.
 */
record Orphans(Rules rules) {
    /** Nobody has asked for it so far; a grab may still come, so it is told only after a while. */
    Next<Download> unclaimed(Unclaimed before, Seen s) {
        Duration gap = Duration.between(before.last().at(), s.at());
        boolean counts = gap.compareTo(rules.progress().longestGap()) <= 0;
        Care care = counts ? before.care() : before.care().later(gap);
        var now =
                new Unclaimed(s, care, counts ? before.since() : before.since().plus(gap));
        if (!s.look().traits().ours() || s.look().condition() == Condition.DONE) {
            return next(now.with(care.with(Optional.empty())));
        }
        Done done = look(Patient.of(now), now.since(), s);
        return next(now.with(done.care()), done.effects());
    }

    /** What its *arr has given up, after what this look meant otherwise. */
    Next<Download> after(Next<Download> next, Seen s) {
        Optional<Running> running = Watch.underWay(next.state())
                .filter(r -> r.care().givenUp().isPresent())
                .filter(_ -> !(next.state() instanceof Held));
        if (running.isEmpty()) {
            return next;
        }
        Running r = running.get();
        Done done = look(r.patient(), r.care().givenUp().orElseThrow(), s);
        List<Effect> effects = new ArrayList<>(next.effects());
        effects.addAll(done.effects());
        return next(Wishes.with(next.state(), done.care()), effects);
    }

    private record Done(Care care, List<Effect> effects) {}

    private Done look(Patient patient, Instant since, Seen s) {
        Optional<Trouble> before = patient.care().trouble();
        Repair.Done done = new Repair(rules).on(patient, Kind.ORPHAN, since, new Repair.Seeing(s.at(), s.look(), ""));
        List<Effect> effects = new ArrayList<>();
        Optional<Trouble> trouble = done.care().trouble();
        boolean told = before.filter(Trouble::told).isPresent();
        boolean due = trouble.filter(
                        now -> !now.since().plus(rules.progress().orphanAfter()).isAfter(s.at()))
                .isPresent();
        if (due && !told) {
            effects.add(found(patient, trouble.get().since(), s));
        }
        effects.addAll(done.effects());
        return new Done(done.care().with(trouble.map(now -> now.told(told || due))), effects);
    }

    private static Effect found(Patient patient, Instant since, Seen s) {
        var event = new OrphanFound(patient.media(), patient.id(), s.look().name(), since);
        return publish(event, patient.life().occurrence(s.at(), patient.id(), "orphan " + since));
    }
}
