package conveyarr.acquisition.in;

import conveyarr.acquisition.core.Acquisition;
import conveyarr.acquisition.core.Acquisition.*;
import conveyarr.acquisition.core.Kept;
import conveyarr.acquisition.core.cause.Evidence;
import conveyarr.acquisition.core.cause.Evidence.Complaint;
import conveyarr.acquisition.core.cause.Evidence.Listing;
import conveyarr.acquisition.core.cause.Evidence.Role;
import conveyarr.acquisition.core.cause.Evidence.Row;
import conveyarr.acquisition.core.cause.Leg;
import conveyarr.acquisition.core.cause.Vigil;
import conveyarr.acquisition.core.cause.Vigil.Watching;
import conveyarr.acquisition.core.cause.VigilSignal;
import conveyarr.acquisition.core.cause.VigilSignal.Ended;
import conveyarr.acquisition.core.cause.VigilSignal.Looked;
import conveyarr.acquisition.in.Surroundings.Found;
import conveyarr.events.MediaId;
import conveyarr.upstream.ArrApp;
import conveyarr.upstream.ArrApp.ListedTitle;
import conveyarr.upstream.ArrPresent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one round of the clock found at one *arr and around it, as evidence for each of its titles. */
record Evidences(ArrApp arr, ArrPresent present, Found around, ReleaseQuestion question) {
    /** A series that has all that was aired may want more later. */
    private static final Duration MORE_LATER = Duration.ofHours(1);

    Uni<VigilSignal> of(Kept one, Optional<Vigil> known, Instant now) {
        List<Row> rows = rows(one.media());
        return leg(one.state(), rows)
                .map(leg ->
                        listing(leg, one.media()).chain(listing -> seen(one, known, new Seen(now, leg, listing, rows))))
                .orElseGet(() -> Uni.createFrom().item(new Ended(now, Optional.empty())));
    }

    private record Seen(Instant at, Leg leg, Listing listing, List<Row> rows) {}

    private Uni<VigilSignal> seen(Kept one, Optional<Vigil> known, Seen seen) {
        if (seen.listing().complete() && seen.leg() == Leg.SEARCHING) {
            return Uni.createFrom()
                    .item(new Ended(seen.at(), Optional.of(seen.at().plus(MORE_LATER))));
        }
        var evidence = evidence(one, known, seen);
        return ReleaseQuestion.canBeWanted(seen.leg(), seen.listing())
                        && seen.rows().isEmpty()
                ? question.about(one, known, arr, seen.at())
                        .chain(offers -> Lacking.of(arr, one.media())
                                .map(parts -> evidence.with(offers).lacking(parts)))
                        .map(whole -> new Looked(seen.at(), whole))
                : Uni.createFrom().item(new Looked(seen.at(), evidence));
    }

    private Evidence evidence(Kept one, Optional<Vigil> known, Seen seen) {
        var own = present.complaints().stream()
                .map(complaint -> new Complaint(arr.name(), complaint.check(), complaint.error(), complaint.words()));
        return new Evidence(
                seen.at(),
                since(known, seen),
                arr.name(),
                seen.leg(),
                one.state().past().download(),
                seen.listing(),
                seen.rows(),
                Stream.concat(own, around.complaints().stream()).toList(),
                around.quiet(),
                known.flatMap(Vigil::told));
    }

    private static Instant since(Optional<Vigil> known, Seen seen) {
        return known.filter(vigil -> vigil instanceof Watching w && w.leg() == seen.leg())
                .map(vigil -> ((Watching) vigil).since())
                .orElse(seen.at());
    }

    private List<Row> rows(MediaId media) {
        return present.queue().stream()
                .filter(row -> row.media().equals(media))
                .map(row -> new Row(row.download(), row.status(), row.state(), row.warns(), row.words(), row.due()))
                .toList();
    }

    /** What the client has completely is on its way into the library. */
    private static Optional<Leg> leg(Acquisition state, List<Row> rows) {
        return switch (state) {
            case Wanted _ -> Optional.of(Leg.SEARCHING);
            case Grabbed g ->
                Optional.of(
                        rows.stream()
                                        .anyMatch(row -> row.status().equals("completed")
                                                && row.download()
                                                        .filter(g.download()::equals)
                                                        .isPresent())
                                ? Leg.IMPORTING
                                : Leg.DOWNLOADING);
            case Blocked _ -> Optional.of(Leg.IMPORTING);
            case Unknown _, Removed _, Finished _ -> Optional.empty();
        };
    }

    /** Asked for only where it matters: while there is no download. */
    private Uni<Listing> listing(Leg leg, MediaId media) {
        boolean silent = around.quiet().stream().anyMatch(program -> program.role() == Role.ARR);
        return leg != Leg.SEARCHING || silent || media.kind().equals("download")
                ? Uni.createFrom().item(Listing.UNASKED)
                : arr.title(media)
                        .map(title -> title.map(Evidences::listing).orElse(Listing.GONE))
                        .onFailure()
                        .recoverWithItem(Listing.UNASKED);
    }

    private static Listing listing(ListedTitle title) {
        return new Listing(true, true, title.monitored(), title.released(), title.releasedAt(), title.complete());
    }
}
