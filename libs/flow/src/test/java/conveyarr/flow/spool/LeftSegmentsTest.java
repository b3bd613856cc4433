package conveyarr.flow.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that earlier processes left: the door opens before they are read, and nothing of them is lost. */
class LeftSegmentsTest {
    /** A segment is full with a quarter of it. */
    private static final long CAP = 400;

    private static final int RECORD = 60;
    private static final int FRAME = Frame.HEADER + RECORD;

    @TempDir
    Path folder;

    @Test
    void only_the_last_file_is_read_before_the_door_opens() throws IOException {
        fill("a", "b", "c", "d", "e");
        assertThat(segments()).hasSizeGreaterThan(2);
        Path first = segments().getFirst();
        byte[] rotten = Files.readAllBytes(first);
        rotten[Frame.HEADER] ^= 1;
        Files.write(first, rotten);
        try (var spool = Spool.open(folder, CAP)) {
            assertThat(kept()).isEmpty(); // nobody has looked
            assertThat(all(spool)).containsExactly("c", "d", "e");
            assertThat(kept()).singleElement().isEqualTo(rotten);
        }
    }

    @Test
    void a_torn_end_is_cut_in_a_file_that_is_not_the_last_too() throws IOException {
        fill("a", "b", "c", "d", "e");
        for (int cut = FRAME + 1; cut < 2 * FRAME; cut++) {
            Path copy = Files.createDirectory(folder.resolve("cut" + cut));
            for (Path file : segments()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            Path first = copy.resolve(segments().getFirst().getFileName());
            Files.write(first, Arrays.copyOf(Files.readAllBytes(first), cut));
            try (var spool = Spool.open(copy, CAP)) {
                assertThat(all(spool)).as("cut at %d", cut).containsExactly("a", "c", "d", "e");
            }
            assertThat(kept(copy)).isEmpty();
        }
    }

    @Test
    void what_was_moved_before_a_crash_comes_again_and_what_is_new_comes_last() throws IOException {
        fill("a", "b", "c");
        try (var spool = Spool.open(folder, 10 * CAP)) {
            spool.drop(spool.oldest(1, CAP));
            append(spool, "d");
        }
        try (var spool = Spool.open(folder, 10 * CAP)) {
            assertThat(all(spool)).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void files_without_a_record_do_not_pile_up() throws IOException {
        for (int run = 0; run < 3; run++) {
            try (var spool = Spool.open(folder, CAP)) {
                append(spool, "x");
                all(spool);
            }
        }
        assertThat(segments()).hasSize(1);
    }

    private void fill(String... records) throws IOException {
        try (var spool = Spool.open(folder, CAP)) {
            append(spool, records);
        }
    }

    private static void append(Spool spool, String... records) {
        for (String record : records) {
            byte[] bytes = Arrays.copyOf(record.getBytes(UTF_8), RECORD);
            spool.append(bytes).toCompletableFuture().join();
        }
    }

    private static List<String> all(Spool spool) throws IOException {
        var texts = new ArrayList<String>();
        for (Batch batch = spool.oldest(100, CAP); !batch.isEmpty(); batch = spool.oldest(100, CAP)) {
            batch.records().forEach(record -> texts.add(new String(record, UTF_8).replace("\0", "")));
            spool.drop(batch);
        }
        return texts;
    }

    private List<byte[]> kept() throws IOException {
        return kept(folder);
    }

    private static List<byte[]> kept(Path where) throws IOException {
        var kept = new ArrayList<byte[]>();
        try (var files = Files.list(where)) {
            for (Path file : files.filter(one -> one.toString().contains(".cut") && Files.isRegularFile(one))
                    .toList()) {
                kept.add(Files.readAllBytes(file));
            }
        }
        return kept;
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .toList();
        }
    }
}
