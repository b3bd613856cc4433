package conveyarr.flow.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final long CAP = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void what_was_appended_is_read_in_order_until_it_is_dropped() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, "one", "two", "three");

            Batch batch = spool.oldest(2, CAP);
            assertThat(texts(batch)).containsExactly("one", "two");
            assertThat(texts(spool.oldest(2, CAP))).containsExactly("one", "two");
            spool.drop(batch);
            assertThat(texts(spool.oldest(2, CAP))).containsExactly("three");
        }
    }

    @Test
    void a_dropped_spool_takes_no_room() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, "one", "two");
            spool.drop(spool.oldest(10, CAP));

            assertThat(spool.bytes()).isZero();
            assertThat(spool.oldest(10, CAP).isEmpty()).isTrue();
            assertThat(segments()).allSatisfy(file -> assertThat(file).isEmptyFile());
        }
    }

    @Test
    void what_a_killed_process_left_is_read_by_the_next_one() throws IOException {
        Path copy = folder.resolve("copy");
        try (var spool = Spool.open(folder.resolve("first"), CAP)) {
            append(spool, "one", "two");
            copyAsAfterKill(folder.resolve("first"), copy);
        }
        try (var spool = Spool.open(copy, CAP)) {
            append(spool, "three");
            assertThat(all(spool)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void a_crash_between_moving_and_dropping_gives_the_records_again() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, "one", "two");
            assertThat(texts(spool.oldest(10, CAP))).containsExactly("one", "two");
        }
        try (var spool = Spool.open(folder, CAP)) {
            assertThat(all(spool)).containsExactly("one", "two");
        }
    }

    @Test
    void a_torn_tail_is_cut_at_every_length() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, "whole", "torn");
        }
        Path file = segments().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        int whole = 8 + "whole".length();
        for (int cut = whole; cut < bytes.length; cut++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, cut));
            try (var spool = Spool.open(folder, CAP)) {
                assertThat(texts(spool.oldest(10, CAP))).as("cut at %d", cut).containsExactly("whole");
            }
            assertThat(file).hasSize(whole);
        }
    }

    @Test
    void a_tail_of_zeros_or_of_wrong_bytes_is_cut() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, "whole");
        }
        for (byte[] tail : List.of(
                new byte[100], new byte[] {0, 0, 0, 2, 1, 2, 3, 4, 'n', 'o'}, new byte[] {-1, -1, -1, -1, 0, 0, 0, 0
                })) {
            Files.write(segments().getFirst(), tail, StandardOpenOption.APPEND);
            try (var spool = Spool.open(folder, CAP)) {
                assertThat(texts(spool.oldest(10, CAP))).containsExactly("whole");
            }
        }
    }

    @Test
    void senders_at_the_same_time_share_syncs_and_lose_nothing() throws IOException {
        int count = 5_000;
        try (var spool = Spool.open(folder, CAP)) {
            var acknowledged = IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> spool.append(("record " + i).getBytes(UTF_8)))
                    .map(CompletionStage::toCompletableFuture)
                    .toList();
            CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new))
                    .join();

            assertThat(all(spool)).hasSize(count).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_record_larger_than_the_writing_buffer_comes_back_whole() throws IOException {
        byte[] large = new byte[700_000];
        new java.util.Random(7).nextBytes(large);
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, "small");
            spool.append(large).toCompletableFuture().join();
        }
        try (var spool = Spool.open(folder, CAP)) {
            assertThat(spool.oldest(10, CAP).records().get(1)).isEqualTo(large);
        }
    }

    @Test
    void a_full_spool_refuses_and_takes_again_once_something_was_moved() throws IOException {
        byte[] third = new byte[(int) CAP / 3];
        try (var spool = Spool.open(folder, CAP)) {
            spool.append(third).toCompletableFuture().join();
            spool.append(third).toCompletableFuture().join();
            assertThatThrownBy(() -> spool.append(new byte[third.length + 100])
                            .toCompletableFuture()
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(SpoolRefused.class)
                    .hasMessageContaining("full");

            spool.drop(spool.oldest(1, CAP));
            append(spool, "again");
            assertThat(spool.accepts()).isTrue();
        }
    }

    @Test
    void moved_files_are_deleted() throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            for (int i = 0; i < 3; i++) {
                spool.append(new byte[(int) CAP / 4]).toCompletableFuture().join();
            }
            assertThat(segments()).hasSize(3);
            all(spool);
            assertThat(segments()).hasSize(1);
        }
    }

    @Test
    void a_disk_that_fails_is_told_and_is_used_again_when_it_works() throws Exception {
        Path place = folder.resolve("gone");
        try (var spool = Spool.open(place, CAP)) {
            Files.delete(place.resolve("lock"));
            Files.delete(place);
            assertThatThrownBy(() ->
                            spool.append(new byte[1]).toCompletableFuture().join())
                    .hasCauseInstanceOf(SpoolRefused.class);
            assertThat(spool.accepts()).isFalse();

            Files.createDirectories(place);
            append(spool, "again");
            assertThat(spool.accepts()).isTrue();
            assertThat(all(spool)).containsExactly("again");
        }
    }

    @Test
    void two_processes_cannot_share_a_folder() throws IOException {
        try (var first = Spool.open(folder, CAP)) {
            assertThat(first.accepts()).isTrue();
            assertThatThrownBy(() -> Spool.open(folder, CAP)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_closed_spool_refuses() throws IOException {
        var spool = Spool.open(folder, CAP);
        spool.close();
        assertThatThrownBy(() -> spool.append(new byte[1]).toCompletableFuture().join())
                .hasCauseInstanceOf(SpoolRefused.class);
    }

    private static void append(Spool spool, String... records) {
        for (String record : records) {
            spool.append(record.getBytes(UTF_8)).toCompletableFuture().join();
        }
    }

    private static List<String> all(Spool spool) throws IOException {
        var texts = new ArrayList<String>();
        for (Batch batch = spool.oldest(100, CAP); !batch.isEmpty(); batch = spool.oldest(100, CAP)) {
            texts.addAll(texts(batch));
            spool.drop(batch);
        }
        return texts;
    }

    private static List<String> texts(Batch batch) {
        return batch.records().stream().map(record -> new String(record, UTF_8)).toList();
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .toList();
        }
    }

    private static void copyAsAfterKill(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
