package conveyarr.request.out;

import conveyarr.request.out.HookMover.Judged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Reads records of the spool. One that nobody can read is put into a file of its own, so that it does not hold up all that come after it. */
public final class Aside {
    private static final Logger LOGGER = Logger.getLogger(Aside.class);

    private final Path folder;
    private final Function<byte[], Judged> reader;

    public Aside(Path folder, Function<byte[], Judged> reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** Throws {@link IOException} when an unreadable record cannot be kept: then the batch has to stay in the spool. */
    List<Judged> readable(List<byte[]> records) throws IOException {
        var hooks = new ArrayList<Judged>();
        for (byte[] bytes : records) {
            try {
                hooks.add(reader.apply(bytes));
            } catch (RuntimeException e) {
                keep(bytes, e);
            }
        }
        return hooks;
    }

    /** The name is made of the content, so that a batch which is read again leaves one file. */
    private void keep(byte[] bytes, RuntimeException cause) throws IOException {
        Path file = folder.resolve(UUID.nameUUIDFromBytes(bytes) + ".unreadable");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        LOGGER.errorf(cause, "hook.unreadable bytes=%d kept=%s", bytes.length, file);
    }
}
