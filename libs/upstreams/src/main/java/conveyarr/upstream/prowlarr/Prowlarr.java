package conveyarr.upstream.prowlarr;

import conveyarr.upstream.ArrPresent.Complaint;
import conveyarr.upstream.Indexers;
import conveyarr.upstream.UpstreamTrouble.Nonsense;
import conveyarr.upstream.arr.ArrLook;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Prowlarr in our words. */
record Prowlarr(String name, ProwlarrApi api) implements Indexers {
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

    @Override
    public Uni<List<Complaint>> complaints() {
        return api.health().map(ArrLook::complaints);
    }
}
