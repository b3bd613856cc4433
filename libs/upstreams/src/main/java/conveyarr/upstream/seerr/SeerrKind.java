package conveyarr.upstream.seerr;

import conveyarr.upstream.HookReader;
import conveyarr.upstream.HookSource;
import conveyarr.upstream.Marks;
import conveyarr.upstream.Rest;
import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamKind;
import conveyarr.upstream.UpstreamsConfig.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class SeerrKind implements UpstreamKind {
    @Override
    public String kind() {
        return Seerr.KIND;
    }

    @Override
    public List<String> alsoKnownAs() {
        return List.of("overseerr", "jellyseerr");
    }

    @Override
    public List<String> needs() {
        return List.of("url", "api-key");
    }

    @Override
    public Upstream open(String name, Entry at) {
        return open(name, at, InstantSource.system());
    }

    static Seerr open(String name, Entry at, InstantSource clock) {
        var key = Map.of("X-Api-Key", at.apiKey().orElseThrow());
        var api = Rest.open(SeerrApi.class, name, at, key);
        var desk = new Desk(name, Rest.open(SeerrDeskApi.class, name, at, key));
        return new Seerr(name, api, desk, new Titles(api, clock), new Approved(clock), clock);
    }

    @Override
    public Optional<HookReader> hooks() {
        return Optional.of(new SeerrHooks());
    }

    @Override
    public Optional<HookSource> hookSource(String name, Entry at) {
        var key = Map.of("X-Api-Key", at.apiKey().orElseThrow());
        return Optional.of(new SeerrSlot(name, Rest.open(SeerrSlotApi.class, name, at, key), Marks.NONE));
    }
}
