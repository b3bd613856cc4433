package conveyarr.health;

import conveyarr.flow.http.Plan.Step;
import conveyarr.flow.http.ProcessResource;
import conveyarr.health.view.Pending;
import conveyarr.health.view.other.Process;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that answered, each once, {@code own} being this one, and the services that said nothing. */
public record Running(List<Found> others, Process own, List<String> silent, Process gateway) {

    /** What a service says of its process, if anything. */
    record Told(Neighbour at, Optional<Process> process) {}

    /** Another process, and the service that is asked for it. */
    public record Found(Neighbour at, Process process) {}

    /** In one process all services are this one. */
    static Running of(List<Told> told, Process own) {
        var others = new ArrayList<Found>();
        var ids = new TreeSet<>(Set.of(own.id()));
        told.forEach(one -> one.process()
                .filter(process -> ids.add(process.id()))
                .ifPresent(process -> others.add(new Found(one.at(), process))));
        var silent = told.stream()
                .filter(one -> one.process().isEmpty())
                .map(one -> one.at().service())
                .toList();
        var gateway = told.stream()
                .filter(one -> one.at() == Neighbour.REQUEST)
                .flatMap(one -> one.process().stream())
                .findFirst();
        return new Running(List.copyOf(others), own, silent, gateway.orElse(own));
    }

    public Pending pending() {
        return Pending.of(all(), gateway, silent);
    }

    /** All that answered, this one last. */
    private List<Process> all() {
        return Stream.concat(others.stream().map(Found::process), Stream.of(own))
                .toList();
    }

    public Set<UUID> ids() {
        return all().stream().map(Process::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** To end these very processes: once they have ended, no page that is loaded again ends their successors. */
    public String action() {
        return "restart " + ids();
    }

    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        all().forEach(process -> steps.add(ProcessResource.step(process.service())));
        silent.forEach(service -> steps.add(
                new Step(service, "none", "it does not answer, so it is not ended; start it again yourself")));
        return List.copyOf(steps);
    }

    /** For whom a start that ends the processes of these ids still waits. */
    public List<String> waitsFor(Set<UUID> ended) {
        return Stream.concat(
                        all().stream()
                                .filter(process -> ended.contains(process.id()) || process.isBehind())
                                .map(Process::service),
                        silent.stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
