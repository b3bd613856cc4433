package conveyarr.download.in;

import conveyarr.upstream.Ability;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.Inspection;
import conveyarr.upstream.Outcome;
import conveyarr.upstream.Standing;
import conveyarr.upstream.UpstreamTrouble;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A download client that answers what the test says, or nothing. */
record Scripted(String name, Optional<List<Transfer>> answer) implements DownloadClient {
    Scripted(String name, List<Transfer> answer) {
        this(name, Optional.of(answer));
    }

    static Scripted silent(String name) {
        return new Scripted(name, Optional.empty());
    }

    @Override
    public String kind() {
        return "scripted";
    }

    @Override
    public Uni<Alive> probe() {
        return Uni.createFrom().item(new Alive("1", "scripted 1"));
    }

    @Override
    public Uni<Look> look() {
        return answer.map(transfers -> Uni.createFrom().item(new Look(transfers, Standing.UNKNOWN)))
                .orElseGet(() -> Uni.createFrom().failure(new UpstreamTrouble.Unreachable("nothing answers")));
    }

    @Override
    public Uni<Optional<Inspection>> inspect(String id) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Outcome> pause(Set<String> ids) {
        return Uni.createFrom().item(Outcome.DONE);
    }

    @Override
    public Uni<Outcome> resume(Set<String> ids) {
        return Uni.createFrom().item(Outcome.DONE);
    }

    @Override
    public Uni<Outcome> remove(Set<String> ids, boolean withFiles) {
        return Uni.createFrom().item(Outcome.DONE);
    }

    @Override
    public Uni<Outcome> setCategory(Set<String> ids, String category) {
        return Uni.createFrom().item(Outcome.DONE);
    }

    @Override
    public DownloadClient commandedBy(Supplier<Uni<Void>> permit) {
        return this;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }
}
