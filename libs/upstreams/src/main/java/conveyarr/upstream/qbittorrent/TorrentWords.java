package conveyarr.upstream.qbittorrent;

import static conveyarr.upstream.qbittorrent.Torrent.number;
import static conveyarr.upstream.qbittorrent.Torrent.text;

import conveyarr.events.DownloadId;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import conveyarr.upstream.Facts;
import conveyarr.upstream.Facts.Speeds;
import conveyarr.upstream.Facts.Swarm;
import conveyarr.upstream.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A torrent in our words. Before 5.0 only a question about one torrent tells whether it is private; what it told is kept, as it never changes. */
final class TorrentWords implements BiFunction<String, Torrent, Transfer> {
    private static final long NEVER = 8_640_000;

    private final Predicate<String> ours;
    private final Map<String, Boolean> privates = new ConcurrentHashMap<>();

    /** {@code ours}: whether a category is one of the *arr apps'. */
    TorrentWords(Predicate<String> ours) {
        this.ours = ours;
    }

    void isPrivate(String hash, boolean yes) {
        privates.put(hash, yes);
    }

    @Override
    public Transfer apply(String hash, Torrent torrent) {
        Progress progress = progress(torrent);
        return new Transfer(
                DownloadId.normal(hash),
                aliases(hash, torrent),
                Words.name(text(torrent.name())),
                text(torrent.category()),
                progress,
                Instant.ofEpochSecond(number(torrent.addedOn())),
                facts(hash, torrent));
    }

    private Facts facts(String hash, Torrent torrent) {
        return new Facts(
                ours.test(text(torrent.category())),
                tags(torrent),
                Optional.ofNullable(Torrent.or(torrent.isPrivate(), privates.get(hash))),
                Optional.of(number(torrent.completionOn())).filter(at -> at > 0).map(Instant::ofEpochSecond),
                Hosts.of(torrent),
                swarm(torrent),
                new Speeds(number(torrent.dlspeed()), number(torrent.upspeed())),
                text(torrent.savePath()),
                number(torrent.totalSize()) < 0,
                "missingFiles".equals(torrent.state()) ? Optional.of("the files are missing") : Optional.empty());
    }

    private static Swarm swarm(Torrent torrent) {
        double ratio = torrent.ratio() == null ? 0 : torrent.ratio();
        return new Swarm((int) number(torrent.seeds()), (int) Math.max(0, number(torrent.seedsKnown())), ratio);
    }

    private static Set<String> tags(Torrent torrent) {
        return Arrays.stream(text(torrent.tags()).split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> aliases(String hash, Torrent torrent) {
        String v2 = text(torrent.v2());
        return Stream.of(hash, text(torrent.v1()), v2, v2.length() > 40 ? v2.substring(0, 40) : "")
                .filter(id -> !id.isEmpty())
                .map(DownloadId::normal)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Progress progress(Torrent torrent) {
        String word = text(torrent.state());
        double fraction = torrent.progress() == null ? 0 : torrent.progress();
        long bytes = Math.max(0, number(torrent.size()));
        Phase phase = State.phase(word, fraction >= 1 && bytes > 0);
        long done = Math.max(0, number(torrent.completed()));
        return new Progress(phase, word, fraction, bytes, done, remaining(torrent, phase));
    }

    /** For a complete torrent the field tells when seeding ends, which is not ours. */
    private static Optional<Duration> remaining(Torrent torrent, Phase phase) {
        long seconds = torrent.eta() == null ? NEVER : torrent.eta();
        return phase == Phase.DONE || seconds < 0 || seconds >= NEVER
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(seconds));
    }
}
