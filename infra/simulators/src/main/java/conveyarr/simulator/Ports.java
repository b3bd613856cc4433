package conveyarr.simulator;

/** Where each simulator listens on loopback; 0 takes a free port. */
public record Ports(int seerr, int radarr, int qbittorrent, int gluetun, int jellyfin, int sonarr) {

    public static Ports free() {
        return new Ports(0, 0, 0, 0, 0, 0);
    }

    /** Six ports in a row. */
    public static Ports from(int base) {
        return new Ports(base, base + 1, base + 2, base + 3, base + 4, base + 5);
    }
}
