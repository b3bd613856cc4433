package conveyarr.upstream.emby;

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
class EmbyKind implements UpstreamKind {
    private static final String BASE = "/emby";

    @Override
    public String kind() {
        return "emby";
    }

    @Override
    public List<String> needs() {
        return List.of("url", "api-key");
    }

    @Override
    public Upstream open(String name, Entry at) {
        var key = Map.of("X-Emby-Token", at.apiKey().orElseThrow());
        var place = new Rest.Place(name, URI.create(base(at.url().orElseThrow())), at.timeout());
        return MediaBrowsers.open(MediaBrowsers.Maker.EMBY, place, key, at.paths());
    }

    private static String base(String url) {
        String address = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return address.endsWith(BASE) ? address : address + BASE;
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.empty();
    }
}
