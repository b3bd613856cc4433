package conveyarr.health;

import conveyarr.flow.Aside;
import conveyarr.flow.http.Restart;
import conveyarr.flow.wire.Json;
import conveyarr.health.view.Pending;
import conveyarr.health.view.other.Plan;
import conveyarr.health.view.other.Process;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The processes of this installation: one, or one for each service. */
@Singleton
public class Processes {
    private static final String API = "/api/v1/process";

    /** A page waits for no process that takes longer. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Neighbours neighbours;
    private final Restart restart;

    Processes(Neighbours neighbours, Restart restart) {
        this.neighbours = neighbours;
        this.restart = restart;
    }

    /** Whether something that was saved waits for the next start. */
    public Uni<Pending> pending() {
        return seen().map(Running::pending);
    }

    public Uni<Running> seen() {
        var asked = Arrays.stream(Neighbour.values()).map(this::ask).toList();
        return Uni.join().all(asked).andCollectFailures().chain(answers -> Aside.of(
                        () -> Json.read(Json.write(restart.process()), Process.class))
                .map(own -> Running.of(answers, own)));
    }

    private Uni<Running.Told> ask(Neighbour at) {
        return neighbours
                .get(at, API)
                .ifNoItem()
                .after(LIMIT)
                .recoverWithItem(() -> Answer.none(at.service()))
                .map(answer -> new Running.Told(at, answer.as(Process.class)));
    }

    /** Ends all of them one after the other, this one last and once its answer is out. */
    public Uni<Void> restart(Running running) {
        Uni<Boolean> done = Uni.createFrom().item(true);
        for (Running.Found other : running.others()) {
            done = done.chain(() -> end(other));
        }
        return done.invoke(restart::begin).replaceWithVoid();
    }

    /** What does not end is still there afterwards, and the page that waits says so. */
    private Uni<Boolean> end(Running.Found one) {
        String path = API + "/restart?";
        return neighbours.post(one.at(), path + "dryRun=true", Optional.empty()).chain(plan -> plan.as(Plan.class)
                .map(Plan::confirmToken)
                .map(token -> neighbours
                        .post(one.at(), path + "confirmToken=" + Neighbours.part(token), Optional.empty())
                        .map(Answer::isGood))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
