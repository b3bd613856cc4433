package conveyarr.upstream.sabnzbd;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class SabnzbdKind implements UpstreamKind {
    @Override
    public String kind() {
        return Sabnzbd.KIND;
    }

    @Override
    public List<String> needs() {
        return List.of("url", "api-key");
    }

    @Override
    public Upstream open(String name, Entry at) {
        var api = Rest.open(SabnzbdApi.class, name, at, Map.of());
        var calls =
                new Calls(name, URI.create(at.url().orElseThrow()), at.apiKey().orElseThrow());
        var jobs = new JobReader(api, calls, at.categories()::contains);
        return new Sabnzbd(name, jobs, new JobCommands(api, calls, jobs, () -> Uni.createFrom()
                .voidItem()));
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.of(SabnzbdHooks::read);
    }
}
