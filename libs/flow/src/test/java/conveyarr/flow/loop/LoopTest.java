package conveyarr.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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
    void one_that_waits_is_closed_at_once() throws InterruptedException {
        loop.start();
        assertThat(worked.await(5, TimeUnit.SECONDS)).isTrue();
        loop.close();
        assertThat(loop.running()).isFalse();
    }
}
