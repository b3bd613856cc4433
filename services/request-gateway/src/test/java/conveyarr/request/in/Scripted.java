package conveyarr.request.in;

import conveyarr.upstream.RequestPortal;
import conveyarr.upstream.Sighting.RequestSeen;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A portal that answers what the test says. */
record Scripted(String name, List<RequestSeen> answer) implements RequestPortal {
    @Override
    public String kind() {
        return "scripted";
    }

    @Override
    public Uni<Alive> probe() {
        return Uni.createFrom().item(new Alive("1", "scripted 1"));
    }

    @Override
    public Uni<List<RequestSeen>> requests() {
        return Uni.createFrom().item(answer);
    }
}
