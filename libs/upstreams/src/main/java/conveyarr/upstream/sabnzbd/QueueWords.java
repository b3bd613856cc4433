package conveyarr.upstream.sabnzbd;

import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Facts;
import conveyarr.upstream.Facts.Speeds;
import conveyarr.upstream.Facts.Swarm;
import conveyarr.upstream.Words;
import conveyarr.upstream.sabnzbd.SabnzbdApi.Queue;
import conveyarr.upstream.sabnzbd.SabnzbdApi.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The queue in our words. Only the first job that may run is downloading; those behind it wait, whatever they say. */
record QueueWords(Predicate<String> ours) {
    private static final Pattern LEFT = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{2}):(\\d{2})");
    private static final String ENCRYPTED = "ENCRYPTED";

    List<Transfer> of(Queue queue) {
        var all = new ArrayList<Transfer>();
        boolean busy = false;
        for (Slot slot : queue.slots() == null ? List.<Slot>of() : queue.slots()) {
            if (slot.id() == null || "Deleted".equals(slot.status())) {
                continue;
            }
            Phase phase = phase(queue, slot, busy);
            busy |= phase == Phase.DOWNLOADING;
            all.add(transfer(queue, slot, phase));
        }
        return all;
    }

    /** A forced job downloads even while the queue is paused. */
    private static Phase phase(Queue queue, Slot slot, boolean busy) {
        if (isEncrypted(slot)) {
            return Phase.BROKEN;
        }
        boolean held = queue.paused() && !"Force".equals(slot.priority());
        return switch (text(slot.status())) {
            case "Paused" -> Phase.PAUSED;
            case "Grabbing" -> held ? Phase.PAUSED : Phase.FETCHING_METADATA;
            case "Checking" -> held ? Phase.PAUSED : Phase.CHECKING;
            case "Downloading", "Fetching" -> held ? Phase.PAUSED : busy ? Phase.QUEUED : Phase.DOWNLOADING;
            default -> held ? Phase.PAUSED : Phase.QUEUED; // Queued, Propagating, Idle, and what is to come
        };
    }

    private Transfer transfer(Queue queue, Slot slot, Phase phase) {
        long bytes = mib(slot.mb());
        long done = Math.clamp(bytes - mib(slot.mbleft()), 0, bytes);
        double fraction = bytes == 0 ? 0 : (double) done / bytes;
        var remaining = phase == Phase.DOWNLOADING ? left(slot.timeleft()) : Optional.<Duration>empty();
        return new Transfer(
                slot.id(),
                Set.of(slot.id()),
                Words.name(text(slot.filename()).replaceFirst("^" + ENCRYPTED + " ?/ ?", "")),
                text(slot.cat()),
                new Progress(phase, text(slot.status()), fraction, bytes, done, remaining),
                Instant.ofEpochSecond(slot.added() == null ? 0 : slot.added()),
                facts(queue, slot, phase));
    }

    private Facts facts(Queue queue, Slot slot, Phase phase) {
        long speed = phase == Phase.DOWNLOADING ? speed(queue) : 0;
        return new Facts(
                ours.test(text(slot.cat())),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Swarm.NONE,
                new Speeds(speed, 0),
                "",
                phase == Phase.FETCHING_METADATA,
                isEncrypted(slot)
                        ? Optional.of("it is encrypted, and SABnzbd has no password for it")
                        : Optional.empty());
    }

    private static boolean isEncrypted(Slot slot) {
        boolean label = slot.labels() != null && slot.labels().stream().anyMatch(ENCRYPTED::equalsIgnoreCase);
        return label || text(slot.filename()).startsWith(ENCRYPTED + " /");
    }

    static long speed(Queue queue) {
        return queue.kib() == null ? 0 : Math.round(queue.kib() * 1024);
    }

    private static long mib(Double count) {
        return count == null ? 0 : Math.max(0, Math.round(count * 1024 * 1024));
    }

    /** {@code 0:01:02}, or {@code 2:10:01:02} with days; all zero is "unknown". */
    private static Optional<Duration> left(String text) {
        var parts = LEFT.matcher(text(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration left = Duration.ofDays(parts.group(1) == null ? 0 : Long.parseLong(parts.group(1)))
                .plusHours(Long.parseLong(parts.group(2)))
                .plusMinutes(Long.parseLong(parts.group(3)))
                .plusSeconds(Long.parseLong(parts.group(4)));
        return Optional.of(left).filter(Duration::isPositive);
    }

    static String text(String field) {
        return field == null ? "" : field;
    }
}
