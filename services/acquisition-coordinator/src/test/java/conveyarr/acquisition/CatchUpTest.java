package conveyarr.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import conveyarr.events.NaturalKey;
import conveyarr.events.Occurrence;
import conveyarr.events.Via;
import conveyarr.flow.CatchUp;
import conveyarr.flow.CatchUp.Gap;
import conveyarr.flow.CatchUp.Stretch;
import conveyarr.flow.Turn;
import conveyarr.flow.Turn.Overtaken;
import conveyarr.testkit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a history is read: what is news, what is a hole in it, and what a reader may do whose turn has gone. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class CatchUpTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    AcquisitionFlow flow;

    private final Memory memory = new Memory("arr-" + UUID.randomUUID());

    @BeforeEach
    void prepared() {
        await().atMost(Duration.ofSeconds(30)).until(flow::prepared);
    }

    @Test
    void what_had_happened_before_the_first_look_is_past_and_what_comes_later_is_news() throws Throwable {
        memory.write(NOW.minusSeconds(3600), NOW.minusSeconds(60));
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.handled).hasSize(2).allMatch(Occurrence::past);
        memory.write(Instant.now());
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.handled.getLast().past()).isFalse();
    }

    @Test
    void a_look_that_breaks_off_goes_on_where_it_was_and_the_past_stays_the_past() throws Throwable {
        memory.write(NOW.minusSeconds(9000), NOW.minusSeconds(6000), NOW.minusSeconds(3000));
        memory.troubleAt = 2;
        assertThatThrownBy(() -> look(new CatchUp<>(flow, one -> one))).hasMessageContaining("away");
        assertThat(memory.handled).hasSize(2);
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.asked.getLast()).isEqualTo(NOW.minusSeconds(6600)); // ten minutes before the second row
        assertThat(memory.handled.getLast().at()).isEqualTo(NOW.minusSeconds(3000));
        assertThat(memory.handled).allMatch(Occurrence::past);
    }

    @Test
    void a_history_that_was_cleared_while_we_were_away_is_told_as_a_gap_once() throws Throwable {
        memory.write(NOW.minusSeconds(9000));
        look(new CatchUp<>(flow, one -> one));
        memory.rows.clear();
        memory.write(NOW.minusSeconds(50));
        look(new CatchUp<>(flow, one -> one));
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.gaps)
                .containsExactly(new Gap(memory.instance(), NOW.minusSeconds(9000), NOW.minusSeconds(50)));
    }

    @Test
    void a_row_that_went_with_its_title_is_no_gap_when_older_ones_are_there() throws Throwable {
        memory.write(NOW.minusSeconds(9000), NOW.minusSeconds(100));
        look(new CatchUp<>(flow, one -> one));
        memory.rows.removeLast();
        memory.write(NOW.minusSeconds(50));
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.gaps).isEmpty();
        assertThat(memory.handled).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void what_was_written_long_after_its_moment_is_found_once_a_day() throws Throwable {
        memory.write(NOW.minusSeconds(60));
        look(new CatchUp<>(flow, one -> one));
        var late = NOW.minus(Duration.ofHours(20)); // far behind what was read
        memory.write(late);
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.handled).hasSize(1);
        aDayPasses();
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.handled).hasSize(2).last().matches(row -> row.at().equals(late) && row.past());
        int asked = memory.asked.size();
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.asked).hasSize(asked + 1); // the next one is a day away
    }

    /** A long history is answered in stretches, the oldest first. */
    @Test
    void what_is_more_than_one_answer_holds_is_read_to_its_end_by_the_next_looks_and_once_a_day() throws Throwable {
        memory.write(hoursAgo(40), hoursAgo(30), hoursAgo(20), hoursAgo(10), hoursAgo(1));
        memory.most = 2;
        var catchUp = new CatchUp<Occurrence>(flow, one -> one);
        for (int rows : List.of(2, 3, 4, 5)) {
            look(catchUp);
            assertThat(memory.handled).hasSize(rows);
        }
        assertThat(memory.gaps).isEmpty();
        memory.handled.clear();
        aDayPasses();
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.handled)
                .extracting(Occurrence::at)
                .contains(hoursAgo(40), hoursAgo(30), hoursAgo(20), hoursAgo(10), hoursAgo(1));
    }

    /** Such as ten thousand files that were renamed, of which acquisitions hear nothing. */
    @Test
    void rows_that_are_none_of_ours_do_not_hide_what_comes_behind_them() throws Throwable {
        memory.writeForOthers(hoursAgo(40), hoursAgo(30), hoursAgo(20));
        memory.write(hoursAgo(10));
        memory.most = 2;
        var catchUp = new CatchUp<Occurrence>(flow, one -> one);
        for (int i = 0; i < 3; i++) {
            look(catchUp);
        }
        assertThat(memory.handled).extracting(Occurrence::at).containsExactly(hoursAgo(10));
        look(new CatchUp<>(flow, one -> one));
        assertThat(memory.gaps).isEmpty();
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private void aDayPasses() throws SQLException {
        try (var connection = flow.jdbc().getConnection();
                var statement = connection.prepareStatement(
                        "update acquisition.poll_cursor set position = ? where instance = ?")) {
            statement.setString(1, NOW.minus(Duration.ofHours(25)).toString());
            statement.setString(2, memory.instance() + " reconciled");
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void a_reader_whose_turn_has_gone_handles_nothing() {
        memory.write(NOW.minusSeconds(100));
        assertThatThrownBy(
                        () -> onContext(flow.alone(memory.instance(), turn -> new CatchUp<Occurrence>(flow, one -> one)
                                .run(memory, new Turn(turn.schema(), turn.name(), turn.holder(), turn.epoch() - 1)))))
                .isInstanceOf(Overtaken.class);
        assertThat(memory.handled).isEmpty();
    }

    private void look(CatchUp<Occurrence> catchUp) throws Throwable {
        onContext(flow.alone(memory.instance(), turn -> catchUp.run(memory, turn)));
    }

    private static void onContext(Uni<Void> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> work);
    }

    /** A history that a test writes, and what became of it. */
    private static final class Memory implements CatchUp.History<Occurrence> {
        private final String instance;
        private final List<Occurrence> rows = new ArrayList<>();
        private final List<Occurrence> handled = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private final List<Instant> asked = new ArrayList<>();
        private int troubleAt = -1;
        private int most = Integer.MAX_VALUE;

        private Memory(String instance) {
            this.instance = instance;
        }

        void write(Instant... moments) {
            for (Instant at : moments) {
                rows.add(Occurrence.at(at, Via.HISTORY, instance, NaturalKey.of("row", at.toEpochMilli())));
            }
        }

        void writeForOthers(Instant... moments) {
            for (Instant at : moments) {
                rows.add(Occurrence.at(at, Via.HISTORY, "others", NaturalKey.of("row", at.toEpochMilli())));
            }
        }

        @Override
        public String instance() {
            return instance;
        }

        @Override
        public Uni<Stretch<Occurrence>> since(Instant reached) {
            asked.add(reached);
            var read = rows.stream()
                    .filter(row -> !row.at().isBefore(reached))
                    .sorted(Comparator.comparing(Occurrence::at))
                    .limit(most)
                    .toList();
            var ours =
                    read.stream().filter(row -> row.source().equals(instance)).toList();
            var newest = read.isEmpty()
                    ? Optional.<Instant>empty()
                    : Optional.of(read.getLast().at());
            return Uni.createFrom().item(new Stretch<>(ours, newest));
        }

        @Override
        public Uni<Optional<Instant>> oldest() {
            return Uni.createFrom().item(rows.stream().map(Occurrence::at).min(Instant::compareTo));
        }

        @Override
        public Uni<Void> handle(Occurrence row, boolean past) {
            if (handled.size() == troubleAt) {
                troubleAt = -1;
                return Uni.createFrom().failure(new IllegalStateException("the database is away"));
            }
            if (Set.copyOf(handled).stream().noneMatch(one -> one.id().equals(row.id()))) {
                handled.add(past ? row.asPast() : row);
            }
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> gap(Gap gap) {
            gaps.add(gap);
            return Uni.createFrom().voidItem();
        }
    }
}
