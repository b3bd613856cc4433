package conveyarr.health;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.flow.http.Confirmation;
import conveyarr.flow.http.Plan.Step;
import conveyarr.health.Running.Found;
import conveyarr.health.Running.Told;
import conveyarr.health.view.other.Process;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunningTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Map<String, String> OLD = Map.of("connections", "1");
    private static final Map<String, String> NEW = Map.of("connections", "2");

    @Test
    void a_word_to_end_processes_ends_none_that_came_after_them() {
        var before = Running.of(List.of(told(Neighbour.REQUEST, 2, OLD)), process("health", 1, OLD));
        var after = Running.of(List.of(told(Neighbour.REQUEST, 3, NEW)), process("health", 4, NEW));
        assertThat(after.steps()).isEqualTo(before.steps());
        var confirmation = new Confirmation("key");
        String token = confirmation.plan(before.action(), before.steps(), NOON).confirmToken();
        assertThat(confirmation.confirms(token, before.action(), before.steps(), NOON))
                .isTrue();
        assertThat(confirmation.confirms(token, after.action(), after.steps(), NOON))
                .isFalse();
    }

    @Test
    void a_start_is_waited_for_until_all_are_new_know_what_was_saved_and_answer() {
        var ended = Set.of(id(1), id(2));
        var ending = Running.of(List.of(told(Neighbour.REQUEST, 2, NEW)), process("health", 1, NEW));
        assertThat(ending.waitsFor(ended)).containsExactly("health", "request-gateway");
        var silent = Running.of(List.of(new Told(Neighbour.REQUEST, Optional.empty())), process("health", 3, NEW));
        assertThat(silent.waitsFor(ended)).containsExactly("request-gateway");
        var behind = Running.of(List.of(told(Neighbour.REQUEST, 4, OLD)), process("health", 3, NEW));
        assertThat(behind.waitsFor(ended)).containsExactly("request-gateway");
        var done = Running.of(List.of(told(Neighbour.REQUEST, 4, NEW)), process("health", 3, NEW));
        assertThat(done.waitsFor(ended)).isEmpty();
    }

    @Test
    void one_process_of_many_services_is_ended_once_and_who_says_nothing_is_named() {
        var running = Running.of(
                List.of(
                        told(Neighbour.REQUEST, 1, OLD),
                        told(Neighbour.DOWNLOAD, 2, OLD),
                        told(Neighbour.LIBRARY, 2, OLD),
                        new Told(Neighbour.NOTIFICATION, Optional.empty())),
                process("conveyarr", 1, OLD));
        assertThat(running.others()).extracting(Found::at).containsExactly(Neighbour.DOWNLOAD);
        assertThat(running.pending().silent()).containsExactly("notifier");
        assertThat(running.steps())
                .extracting(Step::system)
                .containsExactly("download-watcher", "conveyarr", "notifier");
    }

    private static Told told(Neighbour at, long id, Map<String, String> known) {
        return new Told(at, Optional.of(process(at.service(), id, known)));
    }

    /** Everything that was saved is {@link #NEW}. */
    private static Process process(String service, long id, Map<String, String> known) {
        return new Process(id(id), service, known, NEW, true);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
