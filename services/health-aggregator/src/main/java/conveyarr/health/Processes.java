package conveyarr.health;

import conveyarr.flow.http.Restart;
import conveyarr.flow.wire.Json;
import conveyarr.health.view.Pending;
import conveyarr.health.view.other.Plan;
import conveyarr.health.view.other.Process;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of this installation: one, or one for each service. What does not answer is left out. */
@Singleton
public class Processes {
    private static final String API = "/api/v1/process";

    private final Neighbours neighbours;
    private final Restart restart;

    Processes(Neighbours neighbours, Restart restart) {
        this.neighbours = neighbours;
        this.restart = restart;
    }

    /** A process, and the service that is asked for it. */
    private record Found(Neighbour at, Process process) {}

    /** Whether something that was saved waits for the next start. */
    public Uni<Pending> pending() {
        return found().chain(others -> own().map(own -> {
            var gateway = others.stream()
                    .filter(one -> one.at() == Neighbour.REQUEST)
                    .findFirst()
                    .map(Found::process);
            return Pending.of(
                    Stream.concat(Stream.of(own), others.stream().map(Found::process))
                            .toList(),
                    gateway.orElse(own));
        }));
    }

    /** The names of those that are started again, this one last. */
    public Uni<List<String>> names() {
        return found().chain(others -> own().map(own -> {
            var names = new ArrayList<String>();
            distinct(others, own).forEach(one -> names.add(one.process().service()));
            names.add(own.service());
            return List.copyOf(names);
        }));
    }

    /** Ends all of them, this one last and once its answer is out; gives the names of those that refused. */
    public Uni<List<String>> restart() {
        return found().chain(others -> own().chain(own -> endAll(distinct(others, own))))
                .invoke(restart::begin);
    }

    private Uni<List<String>> endAll(List<Found> others) {
        Uni<List<String>> refusals = Uni.createFrom().item(List.of());
        for (Found one : others) {
            refusals = refusals.chain(before -> end(one).map(good -> good
                    ? before
                    : Stream.concat(before.stream(), Stream.of(one.process().service()))
                            .toList()));
        }
        return refusals;
    }

    private Uni<Boolean> end(Found one) {
        String path = API + "/restart?";
        return neighbours.post(one.at(), path + "dryRun=true", Optional.empty()).chain(plan -> plan.as(Plan.class)
                .map(Plan::confirmToken)
                .map(token -> neighbours
                        .post(one.at(), path + "confirmToken=" + Neighbours.part(token), Optional.empty())
                        .map(Answer::isGood))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Process> own() {
        return Aside.of(() -> Json.read(Json.write(restart.process()), Process.class));
    }

    private Uni<List<Found>> found() {
        var asked = Arrays.stream(Neighbour.values())
                .map(at -> neighbours.get(at, API).map(answer -> answer.as(Process.class)
                        .map(process -> new Found(at, process))))
                .toList();
        return Uni.join().all(asked).andCollectFailures().map(all -> all.stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /** In one process all services are this one. */
    private static List<Found> distinct(List<Found> all, Process own) {
        var ids = new ArrayList<>(List.of(own.id()));
        return all.stream()
                .filter(one -> !ids.contains(one.process().id())
                        && ids.add(one.process().id()))
                .toList();
    }
}
