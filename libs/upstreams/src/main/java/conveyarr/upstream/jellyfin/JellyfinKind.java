package conveyarr.upstream.jellyfin;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JellyfinKind implements UpstreamKind {
    @Override
    public String kind() {
        return Jellyfin.KIND;
    }

    @Override
    public List<String> needs() {
        return List.of("url", "api-key");
    }

    @Override
    public Upstream open(String name, Entry at) {
        var key = Map.of("Authorization", "MediaBrowser Token=\"" + at.apiKey().orElseThrow() + "\"");
        return new Jellyfin(name, Rest.open(JellyfinApi.class, name, at, key));
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.empty();
    }
}
