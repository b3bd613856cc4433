package conveyarr.upstream.prowlarr;

import conveyarr.upstream.ArrHookSource;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class ProwlarrKind implements UpstreamKind {
    @Override
    public String kind() {
        return Prowlarr.KIND;
    }

    @Override
    public List<String> needs() {
        return List.of("url", "api-key");
    }

    @Override
    public Upstream open(String name, Entry at) {
        var key = Map.of("X-Api-Key", at.apiKey().orElseThrow());
        return new Prowlarr(name, Rest.open(ProwlarrApi.class, name, at, key));
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.of(new ProwlarrHooks());
    }

    @Override
    public Optional<HookSource> hookSource(String name, Entry at) {
        return Optional.of(ArrHookSource.open(name, "v1", at));
    }
}
