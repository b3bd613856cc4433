package conveyarr.upstream.qbittorrent;

import conveyarr.events.DownloadId;
import conveyarr.upstream.DownloadClient.Transfer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The picture of all torrents, kept up to date field by field. A transfer is made anew only when its torrent changed, so that thousands of
 * resting ones cost nothing. Not thread-safe: {@link MainDataReader} lets one answer in at a time.
 */
final class Torrents {
    private final Map<String, Known> torrents = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final BiFunction<String, Torrent, Transfer> words;

    private record Known(Torrent torrent, Transfer transfer) {}

    /** The client's own hashes of those that are there, and the ids that are not. */
    record Found(Set<String> hashes, Set<String> missing) {}

    Torrents(BiFunction<String, Torrent, Transfer> words) {
        this.words = words;
    }

    void take(QbittorrentApi.MainData news) {
        if (news.full()) {
            torrents.clear();
            hashes.clear();
        }
        if (news.torrents() != null) {
            news.torrents().forEach(this::changed);
        }
        if (news.removed() != null) {
            news.removed().forEach(this::removed);
        }
    }

    List<Transfer> transfers() {
        var all = new ArrayList<Transfer>(torrents.size());
        torrents.values().forEach(known -> all.add(known.transfer()));
        return List.copyOf(all);
    }

    /** By any alias. */
    Found find(Set<String> ids) {
        var found = new HashSet<String>();
        var missing = new HashSet<String>();
        for (String id : ids) {
            String hash = hashes.get(DownloadId.normal(id));
            if (hash != null) {
                found.add(hash);
            } else {
                missing.add(id);
            }
        }
        return new Found(found, missing);
    }

    /** More is known about it than its answers tell. */
    void anew(String hash) {
        torrents.computeIfPresent(hash, (_, known) -> new Known(known.torrent(), words.apply(hash, known.torrent())));
    }

    private void changed(String hash, Torrent news) {
        Known known = torrents.get(hash);
        Torrent now = known == null ? news : known.torrent().with(news);
        Transfer transfer = words.apply(hash, now);
        torrents.put(hash, new Known(now, transfer));
        if (known == null || !known.transfer().aliases().equals(transfer.aliases())) {
            transfer.aliases().forEach(alias -> hashes.put(alias, hash));
        }
    }

    private void removed(String hash) {
        torrents.remove(hash);
        hashes.values().removeIf(hash::equals);
    }
}
