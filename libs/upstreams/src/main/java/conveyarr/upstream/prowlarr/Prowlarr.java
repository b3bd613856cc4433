package conveyarr.upstream.prowlarr;

import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;

/** Prowlarr in our words. */
record Prowlarr(String name, ProwlarrApi api) implements Upstream {
    static final String KIND = "prowlarr";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Alive> probe() {
        return api.status().map(status -> {
            if (status.appName() != null && !status.appName().equals("Prowlarr")) {
                throw new Nonsense(name + " is not Prowlarr but " + status.appName());
            }
            return new Alive(status.version(), "Prowlarr " + status.version());
        });
    }
}
