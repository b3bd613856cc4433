package conveyarr.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {
    private final CountDownLatch worked = new CountDownLatch(1);

    private final Loop loop = new Loop("test", Duration.ofMinutes(1)) {
        @Override
        protected boolean work() {
            worked.countDown();
            return false;
        }
    };

    @Test
    void one_that_never_began_can_be_closed() {
        assertThatCode(loop::close).doesNotThrowAnyException();
    }

    @Test
    void however_often_it_is_woken_its_rounds_begin_a_beat_apart() throws InterruptedException {
        var rounds = new LinkedBlockingQueue<Long>();
        try (var beating = new Beating(rounds)) {
            beating.start();
            long last = System.nanoTime() - Beating.BEAT.toNanos();
            for (int round = 0; round < 4; round++) {
                Long began = null;
                while (began == null) {
                    beating.wake();
                    began = rounds.poll(1, TimeUnit.MILLISECONDS);
                }
                assertThat(began - last).isGreaterThan(Beating.BEAT.toNanos() / 2);
                last = began;
            }
        }
    }

    private static final class Beating extends Loop {
        private static final Duration BEAT = Duration.ofMillis(40);
        private final Queue<Long> rounds;

        private Beating(Queue<Long> rounds) {
            super("beating", Duration.ofMinutes(1), BEAT);
            this.rounds = rounds;
        }

        @Override
        protected boolean work() {
            rounds.add(System.nanoTime());
            return false;
        }
    }

    @Test
    void one_that_waits_is_closed_at_once() throws InterruptedException {
        loop.start();
        assertThat(worked.await(5, TimeUnit.SECONDS)).isTrue();
        loop.close();
        assertThat(loop.running()).isFalse();
    }
}
