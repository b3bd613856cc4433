package conveyarr.download.in;

import conveyarr.upstream.DownloadClient;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A download client that answers what the test says. */
record Scripted(String name, List<Transfer> answer) implements DownloadClient {
    @Override
    public String kind() {
        return "scripted";
    }

    @Override
    public Uni<Alive> probe() {
        return Uni.createFrom().item(new Alive("1", "scripted 1"));
    }

    @Override
    public Uni<List<Transfer>> transfers() {
        return Uni.createFrom().item(answer);
    }
}
