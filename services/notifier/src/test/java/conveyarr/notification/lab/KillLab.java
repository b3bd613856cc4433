package conveyarr.notification.lab;

import static conveyarr.notification.lab.NotifierProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.DomainEvent;
import conveyarr.events.LibraryEvent.MediaBecameAvailable;
import conveyarr.events.MediaId;
import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.notification.Receiver;
import conveyarr.testkit.TopicWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Kills the packaged notifier in the middle of its work: {@code mvn test -Dtest=KillLab -Dconveyarr.lab=true}, after {@code package}. */
@EnabledIfSystemProperty(named = "conveyarr.lab", matches = "true")
class KillLab {
    private static final int EVENTS = 500;
    private static final Set<String> OPEN = Set.of("QUEUED", "CLAIMED", "RETRYING");

    @Test
    void killed_twice_in_the_middle_of_500_sends_it_tells_nothing_twice_and_loses_nothing_in_silence()
            throws Exception {
        try (var home = new Receiver(Receiver.answer(204, ""));
                var phone = new Receiver(Receiver.answer(200, "{\"id\":\"x\",\"event\":\"message\"}"));
                var notifier = NotifierProcess.with(home, phone)) {
            notifier.start();
            TopicWriter.tellAll(
                    IntStream.range(0, EVENTS).boxed().collect(Collectors.toMap(KillLab::event, KillLab::now)));
            for (int some : List.of(EVENTS / 4, EVENTS / 2)) {
                soon().until(() -> phone.taken().size() >= some);
                notifier.kill();
                notifier.start();
            }
            soon().untilAsserted(() -> assertThat(notifier.ledger())
                    .hasSize(2 * EVENTS)
                    .noneMatch(row -> OPEN.contains(String.valueOf(row.get("state")))));
            report(notifier.ledger(), phone, home);
        }
    }

    private static void report(List<Map<String, Object>> rows, Receiver phone, Receiver home) {
        var titles = phone.taken().stream()
                .map(message -> message.json(Map.class).get("title"))
                .toList();
        var doubts = rows.stream()
                .filter(row ->
                        row.get("channel").equals("phone") && row.get("state").equals("IN_DOUBT"))
                .map(row -> row.get("title"))
                .collect(Collectors.toSet());
        var seen = new HashSet<Object>(titles);
        System.out.printf(
                "kill: phone %d messages, %d distinct, %d in doubt; home %d messages, %d distinct%n",
                titles.size(),
                seen.size(),
                doubts.size(),
                home.taken().size(),
                ids(home).size());
        assertThat(titles).doesNotHaveDuplicates();
        seen.addAll(doubts);
        assertThat(seen).hasSize(EVENTS);
        assertThat(ids(home)).hasSize(EVENTS);
    }

    private static Set<String> ids(Receiver receiver) {
        return receiver.taken().stream()
                .map(message -> message.headers().get("webhook-id"))
                .collect(Collectors.toSet());
    }

    private static DomainEvent event(int number) {
        return new MediaBecameAvailable(MediaId.movie(500_000 + number), Optional.empty(), Optional.empty());
    }

    private static Occurrence now(int number) {
        return Occurrence.at(Instant.now(), Via.HOOK, "lab", NaturalKey.of("kill", number, Instant.now()));
    }
}
