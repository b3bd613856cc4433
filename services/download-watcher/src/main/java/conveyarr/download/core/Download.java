package conveyarr.download.core;

import conveyarr.download.core.Signal.Seen;
import conveyarr.events.DownloadEvent.HoldReason;
import conveyarr.events.DownloadId;
import conveyarr.events.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** One download, as far as we know. */
public sealed interface Download {
    /** Nothing is known. */
    record Unknown() implements Download {}

    /** Asked for, but no client shows it yet; {@code settled}: its *arr wants no more of it already. */
    record Awaited(MediaId media, Set<String> arrs, boolean settled) implements Download {
        public Awaited {
            arrs = arrs == null ? Set.of() : Set.copyOf(arrs);
        }

        Awaited(MediaId media, Set<String> arrs) {
            this(media, arrs, false);
        }
    }

    /** A client has it, but nobody has said for which title; {@code since} then, without the time that nobody looked. */
    record Unclaimed(Seen last, Care care, Instant since) implements Download {
        public Unclaimed {
            care = care == null ? Care.NONE : care;
            since = since == null ? last.at() : since;
        }

        Unclaimed with(Care now) {
            return new Unclaimed(last, now, since);
        }
    }

    /** Under way; {@code told} is the last tenth that was told. */
    record Running(MediaId media, DownloadId id, Life life, long bytes, Instant movedAt, int told, Care care)
            implements Download {
        public Running {
            care = care == null ? Care.NONE : care;
        }

        Duration idleAt(Instant now) {
            return Duration.between(movedAt, now);
        }

        /** It goes on, so nothing is wrong with it. */
        Running moved(Seen seen) {
            return new Running(media, id, life, seen.look().amount().done(), seen.at(), told, care.moved());
        }

        /** Time that it rested on purpose is no stall. */
        Running restedAt(Instant now) {
            return new Running(media, id, life, bytes, now, told, care);
        }

        /** Time that does not count. */
        Running later(Duration by) {
            return new Running(media, id, life, bytes, movedAt.plus(by), told, care.later(by));
        }

        Running told(int percent) {
            return new Running(media, id, life, bytes, movedAt, percent, care);
        }

        Running withStall() {
            return new Running(media, id, life.withStall(), bytes, movedAt, told, care);
        }

        Running with(Life now) {
            return new Running(media, id, now, bytes, movedAt, told, care);
        }

        Running with(Care now) {
            return new Running(media, id, life, bytes, movedAt, told, now);
        }

        Repair.Patient patient() {
            return new Repair.Patient(media, id, life, care);
        }
    }

    /** No byte for longer than our patience. */
    record Stalled(Running before) implements Download {}

    /** It waits through no fault of its own; {@code stalled} says that it was stalled before. */
    record Held(Running before, boolean stalled, HoldReason reason, boolean paused, Instant since)
            implements Download {}

    /** Complete, but its *arr does not import it, for these reasons. */
    record Refused(MediaId media, DownloadId id, Life life, Care care, Instant since, String reasons)
            implements Download {
        public Refused {
            reasons = reasons == null ? "" : reasons;
        }

        Repair.Patient patient() {
            return new Repair.Patient(media, id, life, care);
        }

        Finished finished() {
            return new Finished(media, id, life);
        }

        Refused with(Life now) {
            return new Refused(media, id, now, care, since, reasons);
        }

        Refused with(Care now) {
            return new Refused(media, id, life, now, since, reasons);
        }
    }

    /** Complete; {@code settled}: its *arr wants no more of it, so that nobody misses its files. What was kept without that word is. */
    record Finished(MediaId media, DownloadId id, Life life, Boolean settled) implements Download {
        public Finished {
            settled = settled == null || settled;
        }

        /** Of what has many files no *arr says that it wants no more of it. */
        public Finished(MediaId media, DownloadId id, Life life) {
            this(media, id, life, life.settled() || !media.isOneFile());
        }

        Finished with(Life now) {
            return new Finished(media, id, now, settled);
        }

        Finished whenSettled() {
            return new Finished(media, id, life, true);
        }
    }

    /** The client says that it is broken. */
    record Failed(Running before) implements Download {}

    /** Gone from the client before it was complete; {@code at} is when it was missed, {@code care} what was wanted of it. */
    record Removed(MediaId media, DownloadId id, Life life, Instant at, Care care) implements Download {
        public Removed {
            at = at == null ? life.addedAt() : at;
            care = care == null ? Care.NONE : care;
        }
    }
}
