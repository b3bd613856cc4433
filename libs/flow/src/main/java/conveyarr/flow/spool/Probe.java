package conveyarr.flow.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** Tries a disk. On a full one an empty file can still be made and synced, so that only a block proves something. */
record Probe(Path folder) {
    private static final int BLOCK = 64 * 1024;

    /** What a failed try leaves is written over by the next one. */
    void run() throws IOException {
        Path file = folder.resolve("probe");
        byte[] block = new byte[BLOCK];
        new Random(BLOCK).nextBytes(block); // zeros may take no room
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(block);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.deleteIfExists(file);
    }
}
