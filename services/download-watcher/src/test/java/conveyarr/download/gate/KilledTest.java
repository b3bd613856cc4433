package conveyarr.download.gate;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.download.core.Call.PauseHeld;
import conveyarr.download.core.Call.ResumeHeld;
import conveyarr.download.core.gate.Gate;
import conveyarr.download.core.gate.GateSignal.ClientSeen;
import conveyarr.download.core.gate.GateSignal.Pull;
import conveyarr.download.core.gate.GateSignal.Sight;
import conveyarr.download.core.gate.GateSignal.Stand;
import conveyarr.download.core.gate.GateSignal.VpnTold;
import conveyarr.download.core.gate.Gatekeeper;
import conveyarr.events.HealthEvent.VpnState;
import conveyarr.flow.Effect;
import conveyarr.flow.wire.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The watcher is killed at any point: before it has written what it decided, between that and the call, between the call and the note that it
 * was made, and while a call is on its way. What is kept is the gate and the calls that are not noted as made; each of these is made again.
 */
class KilledTest {
    private static final Set<String> RUNNING = Set.of("a", "b", "c", "d");
    private static final Set<String> OWNERS = Set.of("x", "y");

    @Test
    void wherever_it_is_killed_exactly_what_we_paused_is_resumed() {
        for (int seed = 0; seed < 300; seed++) {
            new World(new SplittableRandom(seed)).run();
        }
    }

    /** A client, and what PostgreSQL keeps. */
    private static final class World {
        private final SplittableRandom random;
        private final TreeMap<String, Pull> client = new TreeMap<>();
        private final Gatekeeper keeper = new Gatekeeper(GateStory.POLICY);
        private final Set<String> resumed = new HashSet<>();
        private Gate gate = Gate.OPEN;
        private final List<Effect> calls = new ArrayList<>();

        World(SplittableRandom random) {
            this.random = random;
            RUNNING.forEach(hash -> client.put(hash, Pull.MOVES));
            OWNERS.forEach(hash -> client.put(hash, Pull.PAUSED));
        }

        void run() {
            int down = 20 + random.nextInt(20);
            int up = down + 2 + random.nextInt(200);
            boolean wasPaused = false;
            for (int second = 0; second < up + 200; second++) {
                boolean trouble = second < up + 60;
                if (second % 10 == 0 || second == down || second == up) {
                    var state = second >= down && second < up ? VpnState.DOWN : VpnState.UP;
                    on(new VpnTold(GateStory.at(second), state, Optional.empty(), List.of()), false);
                }
                if (second % 2 == 0) {
                    on(seen(second), trouble && random.nextInt(4) == 0);
                }
                makeCalls(second, trouble);
                wasPaused |= client.get("a") == Pull.PAUSED;
            }
            assertThat(RUNNING).as("all go on").allMatch(hash -> client.get(hash) == Pull.MOVES);
            assertThat(OWNERS).as("what its owner paused rests").allMatch(hash -> client.get(hash) == Pull.PAUSED);
            assertThat(resumed).isSubsetOf(RUNNING);
            assertThat(gate.ours()).isEmpty();
            assertThat(wasPaused || up - down < 60).isTrue();
        }

        private ClientSeen seen(int second) {
            var sights = client.entrySet().stream()
                    .map(entry -> new Sight(entry.getKey(), entry.getValue()))
                    .toList();
            return new ClientSeen(GateStory.at(second), Stand.FINE, sights);
        }

        /** State and calls are written together or not at all. */
        private void on(conveyarr.download.core.gate.GateSignal signal, boolean killedBefore) {
            if (killedBefore) {
                gate = Json.read(Json.write(gate), Gate.class);
            } else {
                var next = keeper.on(gate, signal);
                gate = next.state();
                next.effects().stream()
                        .filter(effect -> effect instanceof PauseHeld || effect instanceof ResumeHeld)
                        .forEach(calls::add);
            }
        }

        private void makeCalls(int second, boolean trouble) {
            for (Effect call : List.copyOf(calls)) {
                int fate = trouble ? random.nextInt(4) : 0;
                if (fate == 1) {
                    continue; // killed before the call
                }
                obey(call, second);
                if (fate != 2) {
                    calls.remove(call); // 2: killed before the note
                }
            }
        }

        private void obey(Effect call, int second) {
            switch (call) {
                case PauseHeld pause
                when gate.stillWants(pause.turn(), GateStory.at(second)) ->
                    pause.hashes().forEach(hash -> client.put(hash, Pull.PAUSED));
                case ResumeHeld resume
                when gate.stillWants(resume.turn(), GateStory.at(second)) -> {
                    resumed.addAll(resume.hashes());
                    resume.hashes().forEach(hash -> client.put(hash, Pull.MOVES));
                }
                default -> {} // of another turn
            }
        }
    }
}
