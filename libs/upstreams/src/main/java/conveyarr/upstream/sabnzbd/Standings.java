package conveyarr.upstream.sabnzbd;

import static conveyarr.upstream.sabnzbd.QueueWords.text;

import conveyarr.upstream.Facts.Speeds;
import conveyarr.upstream.Standing;
import conveyarr.upstream.Standing.Connection;
import conveyarr.upstream.Words;
import conveyarr.upstream.sabnzbd.SabnzbdApi.Queue;
import conveyarr.upstream.sabnzbd.SabnzbdApi.WarningsAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How SABnzbd stands as a whole. It pauses itself when the disk fills up, which only a warning tells. */
final class Standings {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private Standings() {}

    static Standing of(Queue queue, String paused) {
        return new Standing(
                Connection.CONNECTED,
                new Speeds(QueueWords.speed(queue), 0),
                Stream.of(queue.diskspace1(), queue.diskspace2())
                        .filter(free -> free != null)
                        .map(free -> Math.round(free * GIB))
                        .min(Long::compare),
                Paces.of(queue),
                Optional.empty(),
                queue.paused() ? Optional.of(paused) : Optional.empty());
    }

    /** Its newest warning about the disk; otherwise how long the pause lasts, when it has an end. */
    static String reason(Queue queue, WarningsAnswer answer) {
        String lasts = text(queue.pausedFor());
        return (answer.warnings() == null ? List.<SabnzbdApi.Warning>of() : answer.warnings())
                .stream()
                        .map(warning -> Words.line(warning.text()))
                        .filter(words -> words.toLowerCase(Locale.ROOT).contains("disk"))
                        .reduce((_, newer) -> newer)
                        .orElse(lasts.isEmpty() || lasts.equals("0") ? "" : "for " + Words.line(lasts) + " more");
    }
}
