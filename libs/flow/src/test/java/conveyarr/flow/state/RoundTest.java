package conveyarr.flow.state;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.Effect;
import conveyarr.flow.Next;
import conveyarr.flow.state.Bulk.Input;
import conveyarr.flow.state.Bulk.Received;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private record Ring(String what) implements Effect {}

    @Test
    void an_input_sees_what_the_one_before_it_in_the_same_transaction_left() {
        var round = round(Map.of("a", "1"), adding("a", ONE), adding("a", OTHER));
        assertThat(round.take(adding("a", ONE))).isEqualTo("1+");
        assertThat(round.take(adding("a", OTHER))).isEqualTo("1++");
        assertThat(round.changed()).isEqualTo(Map.of("a", "1++"));
        assertThat(round.told()).extracting(Round.Told::cause).containsExactly(ONE, OTHER);
    }

    @Test
    void what_is_unknown_begins_as_the_aggregate_says() {
        assertThat(round(Map.of(), adding("a", ONE)).take(adding("a", ONE))).isEqualTo("new a+");
    }

    @Test
    void what_was_received_before_changes_nothing() {
        var round = round(Map.of("a", "1"));
        assertThat(round.take(adding("a", ONE))).isEqualTo("1");
        assertThat(round.changed()).isEmpty();
        assertThat(round.told()).isEmpty();
    }

    @Test
    void the_same_event_twice_in_one_transaction_counts_once_for_each_aggregate() {
        var round = round(Map.of("a", "1", "b", "1"), adding("a", ONE), adding("b", ONE));
        Stream.of("a", "a", "b").forEach(id -> round.take(adding(id, ONE)));
        assertThat(round.changed()).isEqualTo(Map.of("a", "1+", "b", "1+"));
    }

    @Test
    void a_look_at_the_present_counts_each_time_and_is_written_only_when_it_changed_something() {
        var round = round(Map.of("a", "1", "b", "2"));
        var look = new Input<String>("a", occurrence(ONE), false, state -> Next.next(state + "!"));
        round.take(look);
        assertThat(round.take(look)).isEqualTo("1!!");
        assertThat(round.take(new Input<>("b", occurrence(ONE), false, Next::next)))
                .isEqualTo("2");
        assertThat(round.changed()).isEqualTo(Map.of("a", "1!!"));
    }

    @SafeVarargs
    private static Round<String> round(Map<String, String> before, Input<String>... fresh) {
        Set<Received> first = Stream.of(fresh).map(Input::received).collect(Collectors.toSet());
        return new Round<>(before, first, id -> "new " + id);
    }

    private static Input<String> adding(String id, UUID event) {
        return new Input<>(id, occurrence(event), true, state -> Next.next(state + "+", new Ring(id)));
    }

    private static Occurrence occurrence(UUID id) {
        return new Occurrence(id, Instant.EPOCH, Via.SELF, "test");
    }
}
