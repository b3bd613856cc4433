package conveyarr.upstream.sonarr;

import conveyarr.upstream.Upstream;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import io.smallrye.mutiny.Uni;

/** Sonarr in our words. */
record Sonarr(String name, SonarrApi api) implements Upstream {
    static final String KIND = "sonarr";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Alive> probe() {
        return api.status().map(status -> {
            if (status.appName() != null && !status.appName().equals("Sonarr")) {
                throw new Nonsense(name + " is not Sonarr but " + status.appName());
            }
            return new Alive(status.version(), "Sonarr " + status.version());
        });
    }
}
