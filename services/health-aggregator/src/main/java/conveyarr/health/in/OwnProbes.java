package conveyarr.health.in;

import conveyarr.flow.Aside;
import conveyarr.flow.http.FlowStates;
import conveyarr.flow.wire.Json;
import conveyarr.health.Answer;
import conveyarr.health.Neighbour;
import conveyarr.health.Neighbours;
import conveyarr.health.Stack;
import conveyarr.health.core.OwnRound;
import conveyarr.health.core.Probe;
import conveyarr.health.core.Probe.Answered;
import conveyarr.health.core.Probe.Broken;
import conveyarr.health.core.Probe.Silent;
import conveyarr.health.core.Worker;
import conveyarr.upstream.Upstreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Asks our own services how they do: those of this process directly, the others over their API. */
@Singleton
class OwnProbes {
    private static final String KIND = "conveyarr";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final FlowStates here;
    private final Neighbours neighbours;
    private final Upstreams upstreams;
    private final Stack stack;
    private final Instant startedAt = Instant.now();

    OwnProbes(FlowStates here, Neighbours neighbours, Upstreams upstreams, Stack stack) {
        this.here = here;
        this.neighbours = neighbours;
        this.upstreams = upstreams;
        this.stack = stack;
    }

    Uni<Void> round() {
        return workers()
                .chain(near -> others(near).map(far -> Stream.concat(near.stream(), far.stream())))
                // Who gave a program the name of one of them sees that program.
                .map(all -> all.filter(probe -> !upstreams.names().contains(probe.name()))
                        .toList())
                .map(probes -> new OwnRound(probes, startedAt, stack.ownNetworkIsDown()))
                .chain(round -> stack.observe(round.thatCount()));
    }

    private Uni<List<Probe>> workers() {
        Instant asked = Instant.now();
        return Aside.of(() -> Json.read(Json.write(here.all()), Worker.All.class))
                .map(all -> all.items().stream()
                        .map(worker -> answered(worker, asked))
                        .toList());
    }

    private Uni<List<Probe>> others(List<Probe> near) {
        var names = near.stream().map(Probe::name).toList();
        return Multi.createFrom()
                .items(Arrays.stream(Neighbour.values()).filter(one -> !names.contains(one.service())))
                .onItem()
                .transformToUniAndMerge(this::ask)
                .collect()
                .asList();
    }

    private Uni<Probe> ask(Neighbour one) {
        Instant asked = Instant.now();
        return neighbours
                .get(one, "/api/v1/services")
                .ifNoItem()
                .after(LIMIT)
                .recoverWithItem(() -> Answer.none(one.service()))
                .map(answer -> read(one, answer, asked));
    }

    private static Probe read(Neighbour one, Answer answer, Instant asked) {
        return answer.as(Worker.All.class).stream()
                .flatMap(all -> all.items().stream())
                .filter(worker -> worker.service().equals(one.service()))
                .findFirst()
                .map(worker -> answered(worker, asked))
                .orElseGet(() -> answer.isSilence()
                        ? new Silent(one.service(), KIND, asked, answer.detail())
                        : new Broken(one.service(), KIND, asked, answer.detail()));
    }

    private static Probe answered(Worker worker, Instant asked) {
        long took = Duration.between(asked, Instant.now()).toMillis();
        return new Answered(worker.service(), KIND, asked, took, worker.said());
    }
}
