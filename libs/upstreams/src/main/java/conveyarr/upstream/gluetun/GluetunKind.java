package conveyarr.upstream.gluetun;

import conveyarr.upstream.HookReader;
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
class GluetunKind implements UpstreamKind {
    @Override
    public String kind() {
        return Gluetun.KIND;
    }

    /** Older versions, and roles with {@code auth = "none"}, want no key. */
    @Override
    public List<String> needs() {
        return List.of("url");
    }

    @Override
    public Upstream open(String name, Entry at) {
        Map<String, String> key =
                at.apiKey().map(given -> Map.of("X-API-Key", given)).orElse(Map.of());
        return new Gluetun(name, Rest.open(GluetunApi.class, name, at, key), health(name, at), outlook(at));
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.of(new GluetunHooks());
    }

    private static Optional<Outlook> outlook(Entry at) {
        return at.proxy().map(proxy -> Outlook.through(URI.create(proxy), URI.create(at.reach())));
    }

    private static Optional<GluetunHealthApi> health(String name, Entry at) {
        return at.healthUrl()
                .map(url -> Rest.open(
                        GluetunHealthApi.class, new Rest.Place(name, URI.create(url), at.timeout()), Map.of()));
    }
}
