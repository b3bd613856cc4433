package conveyarr.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final List<List<Integer>> rounds = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void what_comes_while_a_round_is_at_work_is_done_together_in_its_order_and_not_too_much_at_once() throws Exception {
        var gathering = new Gathering<Integer, String>(3, this::named);
        var answers = new ArrayList<CompletableFuture<String>>();
        answers.add(gathering.ask(0));
        begun.await();
        IntStream.range(1, 5).forEach(i -> answers.add(gathering.ask(i)));
        open.countDown();
        assertThat(answers)
                .extracting(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join())
                .containsExactly("0", "1", "2", "3", "4");
        assertThat(rounds).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4));
    }

    @Test
    void one_that_can_never_work_fails_alone() throws Exception {
        var gathering = new Gathering<Integer, String>(3, all -> {
            var done = named(all);
            if (all.contains(2)) {
                throw new IllegalArgumentException("two");
            }
            return done;
        });
        gathering.ask(0);
        begun.await();
        var good = gathering.ask(1);
        var bad = gathering.ask(2);
        open.countDown();
        assertThat(good).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("1");
        assertThatThrownBy(bad::join).hasMessageContaining("two");
    }

    /** The database is away: each alone would only wait for it once more. */
    @Test
    void trouble_that_passes_is_everybodys_at_once() throws Exception {
        var gathering = new Gathering<Integer, String>(3, all -> {
            named(all);
            throw new IllegalStateException("away");
        });
        gathering.ask(0);
        begun.await();
        var one = gathering.ask(1);
        var other = gathering.ask(2);
        open.countDown();
        assertThatThrownBy(one::join).hasMessageContaining("away");
        assertThatThrownBy(other::join).hasMessageContaining("away");
        assertThat(rounds).containsExactly(List.of(0), List.of(1, 2));
    }

    private List<String> named(List<Integer> all) throws InterruptedException {
        rounds.add(all);
        begun.countDown();
        open.await();
        return all.stream().map(String::valueOf).toList();
    }
}
