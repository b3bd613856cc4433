package conveyarr.simulator.qbittorrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** qBittorrent's state on disk. Logins are not in it: a restart forgets them, as with the real one. */
final class Session {
    static final String SAVE_PATH = "/downloads";

    List<Torrent> torrents = new ArrayList<>();
    List<String> categories = new ArrayList<>(List.of("radarr"));
    Map<String, Object> preferences = new java.util.TreeMap<>(Map.of(
            "listen_port",
            50672,
            "random_port",
            false,
            "upnp",
            false,
            "save_path",
            SAVE_PATH,
            "current_network_interface",
            "tun0",
            "current_interface_address",
            "",
            "dht",
            true,
            "web_ui_session_timeout",
            3600,
            "max_ratio_enabled",
            false));
    boolean flowing = true;
    long downloaded;

    Torrent find(String hash) {
        return torrents.stream()
                .filter(t -> t.hash.equalsIgnoreCase(hash))
                .findFirst()
                .orElse(null);
    }

    /** {@code a|b} or {@code all}; unknown hashes are ignored. */
    List<Torrent> named(String hashes) {
        List<String> wanted = List.of(hashes.toLowerCase().split("\\|"));
        return torrents.stream()
                .filter(t -> wanted.contains("all") || wanted.contains(t.hash))
                .toList();
    }

    void tick(double share, double seconds) {
        for (Torrent torrent : torrents) {
            double before = torrent.completed;
            torrent.tick(share, flowing, seconds);
            downloaded += Math.round(torrent.completed - before);
        }
    }

    String connection() {
        return flowing ? "connected" : "disconnected";
    }

    long speed() {
        return torrents.stream().mapToLong(t -> t.speed).sum();
    }
}
