package conveyarr.flow.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a disk that rots or is full does to the spool. */
class DamageTest {
    private static final long CAP = 1024 * 1024;
    private static final int ONE = Frame.HEADER + "one".length();

    @TempDir
    Path folder;

    private byte[] whole;

    @BeforeEach
    void three_records_were_acknowledged() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, "one", "two", "three");
        }
        whole = Files.readAllBytes(segment());
    }

    @Test
    void acknowledged_records_behind_a_rotten_one_are_kept_beside_the_segment() throws IOException {
        rot(ONE + Frame.HEADER);
        byte[] tail = tail();
        try (var spool = Spool.open(folder, CAP)) {
            assertThat(all(spool)).containsExactly("one");
        }
        assertThat(kept()).containsExactly(tail);
    }

    @Test
    void a_rotten_length_is_not_taken_for_a_torn_tail() throws IOException {
        rot(ONE + 2);
        byte[] tail = tail();
        try (var spool = Spool.open(folder, CAP)) {
            assertThat(all(spool)).containsExactly("one");
        }
        assertThat(kept()).containsExactly(tail);
    }

    @Test
    void a_torn_tail_was_never_acknowledged_and_is_not_kept() throws IOException {
        for (int cut = ONE + 1; cut < whole.length; cut++) {
            Files.write(segment(), Arrays.copyOf(whole, cut));
            Spool.open(folder, CAP).close();
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void what_was_kept_earlier_is_not_written_over() throws IOException {
        for (int time = 0; time < 2; time++) {
            Files.write(segment(), whole);
            rot(ONE + Frame.HEADER + time);
            Spool.open(folder, CAP).close();
        }
        assertThat(kept()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_record_that_rots_while_the_spool_is_open_does_not_stop_the_ones_that_come_later() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            rot(ONE + Frame.HEADER);
            byte[] tail = tail();
            append(spool, "four");
            assertThat(all(spool)).containsExactly("one", "four");
            assertThat(kept()).containsExactly(tail);
        }
    }

    @Test
    void a_file_that_could_not_be_made_durable_is_not_left_behind() throws IOException {
        Path nowhere = Path.of("left-behind.spool"); // without a folder that could be synced
        try {
            assertThatThrownBy(() -> Segment.create(nowhere)).isNotNull();
            assertThat(nowhere).doesNotExist();
        } finally {
            Files.deleteIfExists(nowhere);
        }
    }

    /** On a full disk a new empty file can still be made. */
    @Test
    void a_disk_that_takes_no_block_is_not_said_to_work_again() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no disk that is always full");
        try (var spool = Spool.open(folder, CAP)) {
            Path next = folder.resolve("%020d.spool".formatted(1));
            Files.createSymbolicLink(next, full);
            Files.createSymbolicLink(folder.resolve("probe"), full);
            assertThatThrownBy(() -> append(spool, "five")).hasCauseInstanceOf(SpoolRefused.class);

            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> !spool.accepts());
            Files.delete(folder.resolve("probe"));
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(spool::accepts);
            append(spool, "six");
            Files.delete(next);
        }
    }

    private void rot(long place) throws IOException {
        try (var file = new RandomAccessFile(segment().toFile(), "rw")) {
            file.seek(place);
            int was = file.read();
            file.seek(place);
            file.write(was ^ 0x40);
        }
    }

    private byte[] tail() throws IOException {
        byte[] now = Files.readAllBytes(segment());
        return Arrays.copyOfRange(now, ONE, now.length);
    }

    private Path segment() {
        return folder.resolve("%020d.spool".formatted(0));
    }

    private List<byte[]> kept() throws IOException {
        var kept = new ArrayList<byte[]>();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().contains(".cut")).toList()) {
                kept.add(Files.readAllBytes(file));
            }
        }
        return kept;
    }

    private static void append(Spool spool, String... records) {
        for (String record : records) {
            spool.append(record.getBytes(UTF_8)).toCompletableFuture().join();
        }
    }

    private static List<String> all(Spool spool) throws IOException {
        var texts = new ArrayList<String>();
        for (Batch batch = spool.oldest(100, CAP); !batch.isEmpty(); batch = spool.oldest(100, CAP)) {
            batch.records().forEach(record -> texts.add(new String(record, UTF_8)));
            spool.drop(batch);
        }
        return texts;
    }
}
