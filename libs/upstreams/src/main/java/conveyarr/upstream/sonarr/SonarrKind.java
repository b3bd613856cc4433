package conveyarr.upstream.sonarr;

import conveyarr.upstream.ArrHookSource;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import conveyarr.upstream.arr.ArrFamily;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SonarrKind implements UpstreamKind {
    private static final SonarrDialect DIALECT = new SonarrDialect();

    @Override
    public String kind() {
        return "sonarr";
    }

    @Override
    public List<String> needs() {
        return ArrFamily.NEEDS;
    }

    @Override
    public Upstream open(String name, Entry at) {
        return ArrFamily.open(DIALECT, name, at);
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.of(ArrFamily.hooks(DIALECT));
    }

    @Override
    public Optional<HookSource> hookSource(String name, Entry at) {
        return Optional.of(ArrHookSource.open(name, "v3", at));
    }
}
