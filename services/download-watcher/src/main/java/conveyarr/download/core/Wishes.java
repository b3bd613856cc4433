package conveyarr.download.core;

import static conveyarr.flow.Effect.publish;
import static conveyarr.flow.Next.next;

import conveyarr.download.core.Download.*;
import conveyarr.download.core.Signal.ActionOrdered;
import conveyarr.download.core.Signal.KeepAsked;
import conveyarr.events.DownloadEvent.DownloadActionTaken;
import conveyarr.events.DownloadEvent.DownloadKept;
import conveyarr.events.DownloadEvent.OneDownload;
import conveyarr.events.DownloadEvent.ReplacementWanted;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person wants of a download; said twice it is done once. */
final class Wishes {
    private static final String BY_HAND = "somebody asked for it";

    Next<Download> keep(Download state, KeepAsked k) {
        Optional<Repair.Patient> patient = patient(state);
        if (patient.isEmpty() || patient.get().care().kept()) {
            return next(state);
        }
        var event = new DownloadKept(patient.get().media(), patient.get().id());
        return next(with(state, patient.get().care().keep()), tell(patient.get(), event, k.at()));
    }

    Next<Download> ordered(Download state, ActionOrdered o) {
        return patient(state)
                .<Next<Download>>map(patient -> next(state, effects(patient, o)))
                .orElseGet(() -> next(state));
    }

    private static List<Effect> effects(Repair.Patient patient, ActionOrdered o) {
        var taken = new DownloadActionTaken(patient.media(), patient.id(), o.action(), BY_HAND, false);
        List<Effect> effects = new ArrayList<>(List.of(tell(patient, taken, o.at())));
        String client = patient.id().client();
        String hash = patient.id().hash();
        effects.add(
                switch (o.action()) {
                    case REMOVE -> new Call.Remove(client, hash, Optional.empty());
                    case PAUSE -> new Call.Pause(client, hash, Optional.empty());
                    case RESUME -> new Call.Resume(client, hash, Optional.empty());
                    case REANNOUNCE, CHANGE_CATEGORY -> new Call.Reannounce(client, hash, Optional.empty());
                    case REPLACE ->
                        tell(patient, new ReplacementWanted(patient.media(), patient.id(), BY_HAND), o.at());
                });
        return effects;
    }

    private static Effect tell(Repair.Patient patient, OneDownload event, Instant at) {
        return publish(event, patient.life().occurrence(at, patient.id(), event.wireName() + " " + at));
    }

    static Optional<Repair.Patient> patient(Download state) {
        return switch (state) {
            case Refused refused -> Optional.of(refused.patient());
            case Unclaimed u when u.last().look().traits().ours() -> Optional.of(Repair.Patient.of(u));
            case Running _, Stalled _, Held _, Failed _ -> Watch.underWay(state).map(Running::patient);
            case Unknown _, Awaited _, Unclaimed _, Finished _, Removed _ -> Optional.empty();
        };
    }

    static Download with(Download state, Care care) {
        return switch (state) {
            case Running r -> r.with(care);
            case Stalled(Running r) -> new Stalled(r.with(care));
            case Failed(Running r) -> new Failed(r.with(care));
            case Held h -> new Held(h.before().with(care), h.stalled(), h.reason(), h.paused(), h.since());
            case Refused r -> r.with(care);
            case Unclaimed u -> u.with(care);
            case Unknown _, Awaited _, Finished _, Removed _ -> state;
        };
    }
}
