package conveyarr.upstream.sabnzbd;

import conveyarr.upstream.Ability;
import conveyarr.upstream.DownloadClient;
import conveyarr.upstream.HookLine;
import conveyarr.upstream.Inspection;
import conveyarr.upstream.Outcome;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** SABnzbd in our words. It has no swarm: nothing to announce, no port, no tags; and one speed limit. */
record Sabnzbd(String name, JobReader jobs, JobCommands commands) implements DownloadClient {
    static final String KIND = "sabnzbd";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Alive> probe() {
        return jobs.queue("1").map(queue -> new Alive(queue.version(), "SABnzbd " + queue.version()));
    }

    @Override
    public Uni<Look> look() {
        return Uni.createFrom().deferred(jobs::read);
    }

    @Override
    public Uni<Optional<Inspection>> inspect(String id) {
        return look().map(look ->
                look.transfers().stream().anyMatch(job -> job.hash().equals(id))
                        ? Optional.of(new Inspection(Optional.empty(), List.of()))
                        : Optional.empty());
    }

    @Override
    public Uni<Outcome> pause(Set<String> ids) {
        return look().chain(look -> commands.pause(look.transfers(), ids));
    }

    @Override
    public Uni<Outcome> resume(Set<String> ids) {
        return look().chain(look -> commands.resume(look.transfers(), ids));
    }

    @Override
    public Uni<Outcome> remove(Set<String> ids, boolean withFiles) {
        return look().chain(look -> commands.remove(look.transfers(), ids, withFiles));
    }

    @Override
    public Uni<Outcome> setCategory(Set<String> ids, String category) {
        return look().chain(look -> commands.setCategory(look.transfers(), ids, category));
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.PACE);
    }

    @Override
    public DownloadClient commandedBy(Supplier<Uni<Void>> permit) {
        return new Sabnzbd(name, jobs, new JobCommands(commands.api(), commands.calls(), jobs, permit));
    }

    @Override
    public Uni<Outcome> goAt(String pace) {
        return commands.goAt(pace);
    }

    @Override
    public String slower(String pace, long bytesPerSecond) {
        return Paces.slower(pace, bytesPerSecond);
    }

    @Override
    public List<HookLine> hookLines(URI hooks) {
        return HookLines.to(hooks);
    }
}
