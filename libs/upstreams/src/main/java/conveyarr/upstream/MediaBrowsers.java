package conveyarr.upstream;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens Jellyfin and Emby, which come from one program; each kind brings its key. */
public final class MediaBrowsers {
    private MediaBrowsers() {}

    /** Who made it, which says how it lists its libraries. */
    public enum Maker {
        JELLYFIN("Jellyfin"),
        EMBY("Emby");

        private final String product;

        Maker(String product) {
            this.product = product;
        }

        String product() {
            return product;
        }
    }

    /** {@code headers} bring the key; {@code at} has the address under which the API begins. */
    public static MediaServer open(
            Maker maker, Rest.Place at, Map<String, String> headers, Optional<List<String>> paths) {
        return new MediaBrowser(at.name(), maker, Rest.open(MediaBrowserApi.class, at, headers), PathMap.parse(paths));
    }
}
