package conveyarr.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.bench.HookBody;
import conveyarr.faultlab.Journal.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A laboratory proves something only when it finds what was put there. */
class CheckerTest {
    private final Journal journal = new Journal();
    private final List<Seen> records = new ArrayList<>();

    CheckerTest() {
        for (long sender = 0; sender < 3; sender++) {
            for (long i = 0; i < 50; i++) {
                long number = sender * Journal.STRIDE + i;
                journal.put(number, Outcome.ACCEPTED);
                records.add(hook(number));
            }
        }
    }

    private static Seen hook(long number) {
        String id = UUID.nameUUIDFromBytes(HookBody.of(number)).toString();
        return new Seen(Checker.HOOKS, "hook.received.v1", id, number, Digests.sha256(HookBody.of(number)));
    }

    private Checker.Verdict verdict() {
        return new Checker(journal, records).verdict();
    }

    @Test
    void a_whole_run_is_good() {
        assertThat(verdict().isGood()).isTrue();
    }

    @Test
    void a_dropped_record_is_found() {
        long number = records.remove(70).number();
        assertThat(verdict().lost()).containsExactly(number);
        assertThat(verdict().isGood()).isFalse();
    }

    @Test
    void a_duplicated_record_is_found_by_its_id_and_by_its_content() {
        Seen again = records.get(30);
        records.add(31, again);
        assertThat(verdict().sameId()).hasSize(1);
        assertThat(verdict().twice()).containsExactly(again.number());
        records.set(31, new Seen(again.topic(), again.type(), "another", again.number(), again.hash()));
        assertThat(verdict().sameId()).isEmpty();
        assertThat(verdict().twice()).containsExactly(again.number());
        assertThat(verdict().isGood()).isFalse();
    }

    @Test
    void two_swapped_records_of_one_sender_are_found() {
        Collections.swap(records, 10, 11);
        assertThat(verdict().inverted()).hasSize(1);
        assertThat(verdict().isGood()).isFalse();
    }

    @Test
    void a_changed_byte_is_found() {
        Seen whole = records.get(5);
        records.set(5, new Seen(whole.topic(), whole.type(), whole.id(), whole.number(), Digests.sha256(new byte[1])));
        assertThat(verdict().changed()).containsExactly(whole.number());
    }

    @Test
    void what_was_refused_must_not_be_there_and_what_is_in_doubt_may() {
        journal.put(records.get(0).number(), Outcome.REFUSED);
        journal.put(records.get(1).number(), Outcome.IN_DOUBT);
        journal.put(777, Outcome.IN_DOUBT);
        assertThat(verdict().phantoms()).containsExactly(records.get(0).number());
        assertThat(verdict().lost()).isEmpty();
    }

    @Test
    void a_grab_without_its_event_is_found_by_the_id_that_anyone_can_compute() {
        var radarr = Map.of(2L, "radarr");
        for (long i = 0; i < 50; i++) {
            long number = 2 * Journal.STRIDE + i;
            records.add(new Seen(
                    "conveyarr.acquisitions",
                    "acquisition.release-grabbed.v1",
                    Digests.grab("radarr", number),
                    -1,
                    ""));
        }
        assertThat(new Checker(journal, records).withoutEvent(radarr)).isEmpty();
        records.removeLast();
        assertThat(new Checker(journal, records).withoutEvent(radarr)).containsExactly(2 * Journal.STRIDE + 49);
    }

    /** Computed with another program: {@code python3 -c "import uuid; print(uuid.uuid5(namespace, text))"}. */
    @Test
    void the_id_of_a_grab_is_what_others_compute() {
        assertThat(Digests.grab("radarr", 7)).isEqualTo("150281db-542b-57c3-8e5b-203e68de4f7d");
    }
}
