package conveyarr.upstream.qbittorrent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import conveyarr.events.DownloadId;
import conveyarr.upstream.DownloadClient.Phase;
import conveyarr.upstream.DownloadClient.Progress;
import conveyarr.upstream.DownloadClient.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The picture of all torrents, kept up to date field by field. Not thread-safe: {@link MainDataReader} lets one answer in at a time. */
final class Torrents {
    private static final long NEVER = 8_640_000;
    private final Map<String, ObjectNode> torrents = new HashMap<>();

    void take(QbittorrentApi.MainData news) {
        if (news.full()) {
            torrents.clear();
        }
        if (news.torrents() != null) {
            news.torrents()
                    .forEach((hash, fields) -> torrents.merge(hash, fields, (known, changed) -> known.setAll(changed)));
        }
        if (news.removed() != null) {
            news.removed().forEach(torrents::remove);
        }
    }

    List<Transfer> transfers() {
        return torrents.entrySet().stream()
                .map(entry -> transfer(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Transfer transfer(String hash, ObjectNode torrent) {
        return new Transfer(
                DownloadId.normal(hash),
                aliases(hash, torrent),
                torrent.path("name").asText(),
                torrent.path("category").asText(),
                progress(torrent),
                Instant.ofEpochSecond(torrent.path("added_on").asLong()));
    }

    private static Set<String> aliases(String hash, ObjectNode torrent) {
        String v2 = torrent.path("infohash_v2").asText();
        String v1 = torrent.path("infohash_v1").asText();
        return Stream.of(hash, v1, v2, v2.length() > 40 ? v2.substring(0, 40) : "")
                .filter(id -> !id.isEmpty())
                .map(DownloadId::normal)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Progress progress(ObjectNode torrent) {
        String word = torrent.path("state").asText();
        double fraction = torrent.path("progress").asDouble();
        long bytes = Math.max(0, torrent.path("size").asLong());
        Phase phase = State.phase(word, fraction >= 1 && bytes > 0);
        return new Progress(
                phase,
                word,
                fraction,
                bytes,
                Math.max(0, torrent.path("completed").asLong()),
                remaining(torrent, phase));
    }

    /** For a complete torrent the field tells when seeding ends, which is not ours. */
    private static Optional<Duration> remaining(ObjectNode torrent, Phase phase) {
        long seconds = torrent.path("eta").asLong(NEVER);
        return phase == Phase.DONE || seconds < 0 || seconds >= NEVER
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(seconds));
    }
}
