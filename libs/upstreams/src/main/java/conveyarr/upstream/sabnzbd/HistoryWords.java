package conveyarr.upstream.sabnzbd;

import static conveyarr.upstream.sabnzbd.QueueWords.text;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Facts;
import conveyarr.upstream.Facts.Speeds;
import conveyarr.upstream.Facts.Swarm;
import conveyarr.upstream.Words;
import conveyarr.upstream.sabnzbd.SabnzbdApi.Past;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The history in our words. It also holds what is being checked and unpacked, at its front. */
record HistoryWords(Predicate<String> ours) {
    Transfer of(Past past) {
        Phase phase = phase(past);
        long bytes = Math.max(0, past.bytes());
        return new Transfer(
                past.id(),
                Set.of(past.id()),
                Words.name(text(past.name())),
                text(past.category()),
                new Progress(phase, text(past.status()), 1, bytes, bytes, Optional.empty()),
                Instant.ofEpochSecond(past.added() == null ? 0 : past.added()),
                facts(past, phase));
    }

    private static Phase phase(Past past) {
        return switch (text(past.status())) {
            case "Completed" -> Phase.DONE;
            case "Failed" -> diskFull(past) ? Phase.PAUSED : Phase.BROKEN;
            case "Moving" -> Phase.MOVING;
            default -> Phase.CHECKING; // Queued, QuickCheck, Verifying, Repairing, Extracting, Running
        };
    }

    /** No fault of the release: SABnzbd's user makes room and retries. */
    private static boolean diskFull(Past past) {
        String words = text(past.failure()).toLowerCase();
        return words.contains("disk is full") || words.contains("disk full") || words.contains("no space left");
    }

    private Facts facts(Past past, Phase phase) {
        boolean done = phase == Phase.DONE && past.completed() != null && past.completed() > 0;
        return new Facts(
                ours.test(text(past.category())),
                Set.of(),
                Optional.empty(),
                done ? Optional.of(Instant.ofEpochSecond(past.completed())) : Optional.empty(),
                Set.of(),
                Swarm.NONE,
                Speeds.NONE,
                text(past.storage()),
                false,
                Optional.of(Words.line(past.failure())).filter(words -> !words.isEmpty()));
    }
}
