package conveyarr.simulator;

/** What a client has to show to each simulator; an empty Gluetun key means that Gluetun asks for none. */
public record Keys(
        String seerr,
        String radarr,
        String sonarr,
        String jellyfin,
        String gluetun,
        String torrentUser,
        String torrentPassword) {

    public static Keys demo() {
        return new Keys(
                "demo-seerr-key", "demo-radarr-key", "demo-sonarr-key", "demo-jellyfin-key", "", "admin", "adminadmin");
    }
}
