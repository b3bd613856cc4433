package conveyarr.upstream.jellyfin;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.MediaBrowsers;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JellyfinKind implements UpstreamKind {
    @Override
    public String kind() {
        return "jellyfin";
    }

    @Override
    public List<String> needs() {
        return List.of("url", "api-key");
    }

    /** The first header is taken by all versions; the second helps with what stands before an old one and looks for it. */
    @Override
    public Upstream open(String name, Entry at) {
        String key = at.apiKey().orElseThrow();
        var headers = Map.of("Authorization", "MediaBrowser Token=\"" + key + "\"", "X-Emby-Token", key);
        var place = new Rest.Place(name, URI.create(at.url().orElseThrow()), at.timeout());
        return MediaBrowsers.open(MediaBrowsers.Maker.JELLYFIN, place, headers, at.paths());
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.empty();
    }
}
