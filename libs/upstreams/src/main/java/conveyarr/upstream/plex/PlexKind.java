package conveyarr.upstream.plex;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.PathMap;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PlexKind implements UpstreamKind {
    @Override
    public String kind() {
        return Plex.KIND;
    }

    @Override
    public List<String> needs() {
        return List.of("url", "api-key");
    }

    /** The key is a token of an account ({@code X-Plex-Token}); without the second header Plex answers in XML. */
    @Override
    public Upstream open(String name, Entry at) {
        var headers = Map.of("X-Plex-Token", at.apiKey().orElseThrow(), "Accept", "application/json");
        return new Plex(name, Rest.open(PlexApi.class, name, at, headers), PathMap.parse(at.paths()));
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.empty();
    }
}
