package conveyarr.flow.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WriterTest {
    private static final long MIB = 1024 * 1024;

    @Test
    void what_waits_in_memory_never_fills_the_heap() {
        assertThat(Writer.mostQueued(4096 * MIB)).isEqualTo(128 * MIB);
        assertThat(Writer.mostQueued(256 * MIB)).isEqualTo(32 * MIB);
    }

    @Test
    @Timeout(20)
    void when_memory_runs_out_the_records_are_refused_and_the_writer_goes_on() throws Exception {
        var disk = new Exhausted();
        var writer = new Writer(disk, MIB);
        writer.start();
        var first = new CompletableFuture<Void>();
        writer.add(new byte[10], first);
        assertThatThrownBy(() -> first.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SpoolRefused.class)
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(writer.accepts()).isFalse();

        disk.memory = true;
        Awaitility.await().atMost(5, TimeUnit.SECONDS).until(writer::accepts);
        var second = new CompletableFuture<Void>();
        writer.add(new byte[10], second);
        second.get(5, TimeUnit.SECONDS);
        writer.close();
    }

    /** Has no memory until it is told otherwise. */
    private static final class Exhausted implements Disk {
        private volatile boolean memory;

        @Override
        public void append(List<byte[]> records) {
            probe();
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void probe() {
            if (!memory) {
                throw new OutOfMemoryError("on purpose");
            }
        }
    }
}
