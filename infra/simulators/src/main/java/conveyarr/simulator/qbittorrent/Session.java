package conveyarr.simulator.qbittorrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** qBittorrent's state on disk. Logins are not in it: a restart forgets them, as with the real one. */
final class Session {
    static final String SAVE_PATH = "/downloads";
    private static final List<String> INTERFACES = List.of("", "lo", "eth0", "tun0");

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
    boolean deaf;
    boolean slowed;
    String externalAddress = "";
    long free = 1L << 40;
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

    /** Only another port or interface makes it listen anew; the same one again does nothing. */
    void prefer(String key, Object value) {
        Object before = preferences.put(key, value);
        if (List.of("listen_port", "current_network_interface").contains(key) && !value.equals(before)) {
            deaf = false;
        }
    }

    String connection() {
        if (!flowing || !INTERFACES.contains(String.valueOf(preferences.get("current_network_interface")))) {
            return "disconnected";
        }
        return deaf ? "firewalled" : "connected";
    }

    long speed() {
        return torrents.stream().mapToLong(t -> t.speed).sum();
    }
}
